import type { ReactNode } from 'react'

/** What stands for one text: itself, or one form for each plural category that the language has. */
export type Translation = string | Partial<Record<Intl.LDMLPluralRule, string>>

/** From the English text to that of another language. */
export type Catalogue = Readonly<Record<string, Translation>>

/** What the server writes, values in braces, to how another language has it. */
export type Sentences = Readonly<Record<string, string>>

/** `texts` are those of the page, `sentences` those that the server writes. */
export type Catalogues = { texts: Catalogue; sentences: Sentences }

/** The names in braces of a text: `who` and `when` of 'Closed by {who} {when}'. */
export type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never

export type Value = string | number

/**
 * Texts of one language. `catalogues` is null for English, whose texts are the keys themselves; what
 * stands behind `|` in a key tells apart what is one text in English and two elsewhere, and is not
 * shown. Numbers are written as `locale` does.
 */
export function createTranslator(catalogues: Catalogues | null, locale: string) {
  const catalogue = catalogues?.texts ?? null
  // Made when the first number comes: the first rows do not wait for them.
  const categories = once(() => new Intl.PluralRules(locale))
  const numbers = once(() => new Intl.NumberFormat(locale))
  const english = (text: string) => text.replace(/\|.*$/s, '')
  const write = (value: Value) => (typeof value === 'number' ? numbers().format(value) : value)

  function lookUp(key: string, count: number): string {
    const found = catalogue?.[key]
    if (found === undefined) return english(key)
    if (typeof found === 'string') return found
    return found[categories().select(count)] ?? found.other ?? english(key)
  }

  const fill = (text: string, values: Readonly<Record<string, Value | undefined>>) =>
    text
      .replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
        const value = values[name]
        return value === undefined ? whole : write(value)
      })
      // A sentence that ends on an abbreviation, as "2:18 p.m.", has one full stop.
      .replaceAll(/(\w\.)\.(?=\s|$)/g, '$1')

  // Made when the first sentence comes; most pages show none.
  let templates: Template[] | null = null
  const sentences = new Map(Object.entries(catalogues?.sentences ?? {}))

  function findSentence(sentence: string): string | null {
    const exact = sentences.get(sentence)
    if (exact !== undefined) return exact
    templates ??= [...sentences].filter(([text]) => text.includes('{')).map(toTemplate)
    for (const { pattern, translation } of templates) {
      const values = pattern.exec(sentence)?.groups
      if (values === undefined) continue
      const said = Object.entries(values).map(([name, value]) => [name, translateSentence(value)])
      return fill(translation, Object.fromEntries(said))
    }
    // A reason becomes a sentence where it stands alone.
    const stopped = sentence.endsWith('.') ? findSentence(sentence.slice(0, -1)) : null
    return stopped === null ? null : `${stopped}.`
  }

  function translateSentence(sentence: string): string {
    if (catalogues === null) return sentence
    const whole = findSentence(sentence)
    if (whole !== null) return whole
    // Several sentences in a row are told one by one, each as long as it is known.
    const ends = [...sentence.matchAll(/[.!?;:] /g)].map(({ index }) => index + 1)
    for (const end of ends) {
      const first = findSentence(sentence.slice(0, end))
      if (first !== null) return `${first} ${translateSentence(sentence.slice(end + 1))}`
    }
    const [end] = ends
    if (end === undefined) return sentence
    return `${sentence.slice(0, end)} ${translateSentence(sentence.slice(end + 1))}`
  }

  return {
    translateSentence,
    translate: (key: string, values: Readonly<Record<string, Value | undefined>> = {}) =>
      fill(lookUp(key, 1), values),
    /** English has two forms; which of them counts is asked of each language by its own rules. */
    pluralize(
      count: number,
      one: string,
      other: string,
      values: Readonly<Record<string, Value | undefined>> = {},
    ) {
      const text = catalogue === null && categories().select(count) === 'one' ? one : other
      return fill(catalogue === null ? english(text) : lookUp(other, count), {
        n: count,
        ...values,
      })
    },
    /** The text cut at its names, each replaced by what stands for it. */
    assemble(key: string, values: Readonly<Record<string, ReactNode>>): ReactNode[] {
      return lookUp(key, 1)
        .split(/(\{\w+\})/)
        .map((part) => {
          const name = /^\{(\w+)\}$/.exec(part)?.[1]
          if (name === undefined || !Object.hasOwn(values, name)) return part
          const value = values[name]
          return typeof value === 'number' ? write(value) : value
        })
    },
  }
}

type Template = { pattern: RegExp; translation: string }

const escapePattern = (text: string) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')

/** What stands for a name does not reach into the next sentence. */
function toTemplate([text, translation]: [text: string, translation: string]): Template {
  const source = text
    .split(/(\{\w+\})/)
    .map((part) => part.replace(/^\{(\w+)\}$/, '(?<$1>(?:(?![.!?] ).)+?)'))
    .map((part) => (part.startsWith('(?<') ? part : escapePattern(part)))
    .join('')
  return { pattern: new RegExp(`^${source}$`, 's'), translation }
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => {
    made ??= make()
    return made
  }
}
