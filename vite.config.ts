import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'

const root = import.meta.dirname
const serverPort = process.env.PORT ?? '4000'

const page: UserConfig = {
  root: path.join(root, 'src/client'),
  plugins: [react()],
  build: {
    outDir: path.join(root, 'dist/client'),
    emptyOutDir: true,
    target: 'es2022',
    // The holiday calendar, which only the schedule page loads, is data of this size.
    chunkSizeWarningLimit: 1600,
  },
  server: {
    port: 5173,
    proxy: {
      '/trpc': { target: `http://localhost:${serverPort}`, ws: true },
      '/api': { target: `http://localhost:${serverPort}` },
      '/recordings': { target: `http://localhost:${serverPort}` },
    },
  },
}

const server: UserConfig = {
  root,
  publicDir: false,
  build: {
    outDir: path.join(root, 'dist/server'),
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
  },
}

/** `vite build` makes the page, `vite build --ssr src/server/main.ts` the server. */
export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? server : page))
