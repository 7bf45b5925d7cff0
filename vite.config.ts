import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type UserConfig } from 'vite'

const root = import.meta.dirname
const serverPort = process.env.PORT ?? '4000'

/** Lays a compressed copy beside each script and style, so that the server need not make it. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    // Only what is written is final: Vite itself still fills in names after the bundle is made.
    async writeBundle({ dir = '' }, bundle) {
      for (const fileName of Object.keys(bundle)) {
        if (!/\.(js|css)$/.test(fileName)) continue
        const file = path.join(dir, fileName)
        await writeFile(`${file}.gz`, gzipSync(await readFile(file), { level: 9 }))
      }
    },
  }
}

/**
 * Nearly all of the first script runs before the first row: a browser that reads this note compiles it
 * while it arrives, beside the page's own thread, instead of bit by bit on it.
 */
function compiledAhead(): Plugin {
  return {
    name: 'compiled-ahead',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk' || chunk.name !== 'page') continue
          chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`
        }
      },
    },
  }
}

const page: UserConfig = {
  root: path.join(root, 'src/client'),
  plugins: [react(), compiledAhead(), compressed()],
  resolve: {
    alias: [
      {
        find: /^temporal-polyfill$/,
        replacement: path.join(root, 'src/client/lib/browser-temporal.ts'),
      },
    ],
  },
  build: {
    outDir: path.join(root, 'dist/client'),
    emptyOutDir: true,
    target: 'es2022',
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
    rolldownOptions: { input: ['src/server/main.ts', 'src/server/create-key.ts'] },
    outDir: path.join(root, 'dist/server'),
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
  },
}

/** `vite build` makes the page, `vite build --ssr` the server and its command. */
export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? server : page))
