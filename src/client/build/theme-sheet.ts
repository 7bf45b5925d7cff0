import type { Plugin } from 'vite'

const id = '/__theme.css'

/** Answers the import of `virtual:theme.css` with what the theme comes to. */
export function themeSheet(): Plugin {
  return {
    name: 'theme-sheet',
    resolveId: (source) => (source === 'virtual:theme.css' ? id : undefined),
    async load(source) {
      if (source !== id) return undefined
      const { themeStyles } = await import('./theme-styles.ts')
      return themeStyles()
    },
  }
}
