import path from 'node:path'
import { build, type Plugin } from 'vite'

const entry = 'first-sight/first-script.ts'

/**
 * Puts the script that runs while the page is on its way into the page's own file, at the head: before
 * the styles, for which it would wait. The server allows it by its hash.
 */
export function firstScript(root: string): Plugin {
  let isServed = false
  return {
    name: 'first-script',
    configResolved({ command }) {
      isServed = command === 'serve'
    },
    async transformIndexHtml() {
      if (isServed) {
        const attrs = { type: 'module', src: `/${entry}` }
        return [{ tag: 'script', attrs, injectTo: 'head-prepend' }]
      }
      return [{ tag: 'script', children: await bundle(root), injectTo: 'head-prepend' }]
    },
  }
}

async function bundle(root: string): Promise<string> {
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
  // Written as it is between the tags: neither Vite's trailing line nor an end of the tag may be in it.
  const source = made.output[0].code.trim()
  if (/<\/script|<!--/i.test(source)) throw new Error('The first script would end its own tag.')
  return source
}
