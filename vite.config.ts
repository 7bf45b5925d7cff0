import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin, type UserConfig } from 'vite'

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

/** Puts the script that runs while the page is on its way into its head: one small file by itself. */
function firstScript(): Plugin {
  const entry = 'first-sight/first-script.ts'
  let fileName = ''
  let isServed = false
  return {
    name: 'first-script',
    configResolved({ command }) {
      isServed = command === 'serve'
    },
    async buildStart() {
      if (isServed) return
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        build: {
          write: false,
          target: 'es2022',
          lib: { entry: path.join(root, 'src/client', entry), formats: ['iife'], name: 'first' },
        },
      })
      const [made] = [built].flat()
      if (made === undefined || !('output' in made)) throw new Error('There is no first script.')
      const source = made.output[0].code
      const hash = createHash('sha256').update(source).digest('hex').slice(0, 8)
      fileName = `assets/first-${hash}.js`
      this.emitFile({ type: 'asset', fileName, source })
    },
    // Before the styles, for which it would wait.
    transformIndexHtml: () => [
      {
        tag: 'script',
        attrs: isServed ? { type: 'module', src: `/${entry}` } : { src: `/${fileName}` },
        injectTo: 'head-prepend',
      },
    ],
  }
}

/** Answers the import of `virtual:theme.css` with what the theme comes to. */
function themeSheet(): Plugin {
  const id = '/__theme.css'
  return {
    name: 'theme-sheet',
    resolveId: (source) => (source === 'virtual:theme.css' ? id : undefined),
    async load(source) {
      if (source !== id) return undefined
      const { themeStyles } = await import('./src/client/theme-styles.ts')
      return themeStyles()
    },
  }
}

const page: UserConfig = {
  root: path.join(root, 'src/client'),
  plugins: [react(), themeSheet(), firstScript(), compiledAhead(), compressed()],
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
