import { createHash } from 'node:crypto'
import path from 'node:path'
import { build, type Plugin } from 'vite'

const entry = 'first-sight/first-script.ts'

/** Puts the script that runs while the page is on its way into its head: one small file by itself. */
export function firstScript(root: string): Plugin {
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
          lib: { entry: path.join(root, entry), formats: ['iife'], name: 'first' },
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
