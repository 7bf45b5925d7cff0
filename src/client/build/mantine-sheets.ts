import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Plugin } from 'vite'

/** The sheets of what the first sight of the calls is made of. */
const drawnAtFirst = new Set([
  ...['baseline', 'default-css-variables', 'global'],
  ...['UnstyledButton', 'VisuallyHidden', 'Loader', 'ActionIcon', 'CloseButton', 'Group', 'Input'],
  ...['Text', 'Anchor', 'Button', 'EmptyState', 'Skeleton', 'Stack', 'Tabs'],
])
/** What else a file may take of Mantine without a wish for the other sheets. */
const isWithoutSheet = /^(Mantine|TextInput$|use[A-Z]|[a-z])/

const first = 'virtual:mantine-first.css'
const others = 'virtual:mantine-others.css'
const idOf = (name: string) => name.replace('virtual:', '/')

/** Mantine names its classes by a hash, and puts none together at run time. */
const classesIn = (text: string) => new Set(text.match(/\bm_[0-9a-f]+\b/g))

/**
 * Mantine's sheet holds all of its hundred components, and a browser reads it whole before it paints.
 * This makes two of it, each in Mantine's order: `virtual:mantine-first.css` for what the first sight
 * is made of, and one that comes along with any part of the page that takes more.
 */
export function mantineSheets(): Plugin {
  const styles = path.dirname(createRequire(import.meta.url).resolve('@mantine/core/styles.css'))
  const sheets = readSheets(styles)
  const sheetOf = (isFirst: boolean) =>
    sheets.flatMap(({ name, css }) => (drawnAtFirst.has(name) === isFirst ? [css] : [])).join('\n')
  return {
    name: 'mantine-sheets',
    enforce: 'pre',
    resolveId: (source) => (source === first || source === others ? idOf(source) : undefined),
    load(id) {
      if (id === idOf(first)) return sheetOf(true)
      return id === idOf(others) ? sheetOf(false) : undefined
    },
    transform: {
      filter: { id: { include: /\/src\/client\/.*\.tsx?$/ }, code: '@mantine/' },
      handler: (code) => (takesMore(code) ? `import '${others}'\n${code}` : undefined),
    },
    generateBundle(_options, bundle) {
      const known = classesIn(sheetOf(true))
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || chunk.name !== 'page') continue
        const strange = [...classesIn(chunk.code)].filter((name) => !known.has(name))
        const missing = sheets.filter(({ css }) => strange.some((name) => css.includes(name)))
        const names = missing.map(({ name }) => name).join(', ')
        if (names !== '')
          this.error(`The first sight needs the styles of ${names}: see drawnAtFirst.`)
        if (chunk.moduleIds.includes(idOf(others)))
          this.error('The first sight brings all of the styles: see isWithoutSheet.')
      }
    },
  }
}

function takesMore(code: string): boolean {
  const imports = [...code.matchAll(/^import \{([^}]*)\} from '@mantine\/(\w+)'/gm)]
  return imports.some(([, names = '', room]) => {
    if (room === 'hooks') return false
    const taken = names.split(',').map((name) => name.trim())
    return taken.some(
      (name) =>
        name !== '' &&
        !name.startsWith('type ') &&
        !drawnAtFirst.has(name) &&
        !isWithoutSheet.test(name),
    )
  })
}

/** Every component's own sheet, in the order in which Mantine's whole one has them. */
function readSheets(styles: string) {
  const whole = readFileSync(path.join(styles, 'styles.layer.css'), 'utf8')
  const placeOf = (css: string) => {
    const [name] = classesIn(css)
    return name === undefined ? -1 : whole.indexOf(name)
  }
  return readdirSync(path.join(styles, 'styles'))
    .filter((file) => file.endsWith('.layer.css'))
    .map((file) => {
      const css = readFileSync(path.join(styles, 'styles', file), 'utf8')
      return { name: path.basename(file, '.layer.css'), css }
    })
    .sort((a, b) => placeOf(a.css) - placeOf(b.css))
}
