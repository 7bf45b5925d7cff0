import type { Plugin } from 'vite'

/**
 * Nearly all of the first script runs before the first row: a browser that reads this note compiles it
 * while it arrives, beside the page's own thread, instead of bit by bit on it.
 */
export function compiledAhead(): Plugin {
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
