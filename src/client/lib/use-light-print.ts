import { useEffect } from 'react'

const attribute = 'data-mantine-color-scheme'

/** Paper is white: while the page is printed, its colours are those of the light scheme. */
export function useLightPrint(): void {
  useEffect(() => {
    const root = document.documentElement
    let onScreen: string | null = null
    const lighten = () => {
      onScreen = root.getAttribute(attribute)
      root.setAttribute(attribute, 'light')
    }
    const restore = () => {
      if (onScreen !== null) root.setAttribute(attribute, onScreen)
    }
    window.addEventListener('beforeprint', lighten)
    window.addEventListener('afterprint', restore)
    return () => {
      window.removeEventListener('beforeprint', lighten)
      window.removeEventListener('afterprint', restore)
    }
  }, [])
}
