import { MantineProvider } from '@mantine/core'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { cssVariables, theme } from '../theme.ts'

/**
 * The styles that `MantineProvider` makes of the theme, for the build: the page then brings them as
 * one more style sheet, instead of working them out before each first row.
 */
export function themeStyles(): string {
  const markup = renderToStaticMarkup(
    createElement(MantineProvider, { theme, cssVariablesResolver: cssVariables }),
  )
  const styles = [...markup.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, css]) => css)
  if (styles.length === 0) throw new Error('Mantine made no styles of the theme.')
  return styles.join('\n')
}
