import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'
import { compiledAhead } from './src/client/build/compiled-ahead.ts'
import { compressed } from './src/client/build/compressed.ts'
import { firstScript } from './src/client/build/first-script.ts'
import { mantineSheets } from './src/client/build/mantine-sheets.ts'
import { themeSheet } from './src/client/build/theme-sheet.ts'

const root = import.meta.dirname
const serverPort = process.env.PORT ?? '4000'

const client = path.join(root, 'src/client')

const page: UserConfig = {
  root: client,
  plugins: [
    react(),
    themeSheet(),
    mantineSheets(),
    firstScript(client),
    compiledAhead(),
    compressed(),
  ],
  resolve: {
    alias: [
      {
        find: /^temporal-polyfill$/,
        replacement: path.join(client, 'lib/browser-temporal.ts'),
      },
    ],
  },
  worker: { format: 'es' },
  build: {
    outDir: path.join(root, 'dist/client'),
    emptyOutDir: true,
    target: 'es2022',
    // Every browser that knows the rest preloads modules by itself, and a file that only asks for
    // another is one more to wait for.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // One file for all that the first visit needs, whatever else needs some of it too: fifty
        // small ones take a slow device longer to ask for than to read.
        codeSplitting: { groups: [{ name: 'page', test: /src\/client\/main\.tsx$/ }] },
      },
    },
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
    ssr: true,
    rolldownOptions: {
      input: ['src/server/main.ts', 'src/server/create-key.ts', 'src/server/reset-password.ts'],
    },
    outDir: path.join(root, 'dist/server'),
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
  },
}

/** `vite build` makes the page, `vite build --ssr` the server and its commands. */
export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? server : page))
