/** Text that is safe to put into a page as it is. */
export class Html {
  constructor(readonly text: string) {}
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const toText = (value: unknown): string => {
  if (value instanceof Html) return value.text
  if (Array.isArray(value)) return value.map(toText).join('')
  return String(value).replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

/** A piece of a page; what is put in is escaped unless it is `Html` itself, or a list of it. */
export const html = (strings: TemplateStringsArray, ...values: unknown[]): Html =>
  new Html(strings.reduce((text, string, at) => `${text}${toText(values[at - 1])}${string}`))

export const join = (parts: readonly Html[], between: string): Html =>
  new Html(parts.map(toText).join(toText(between)))

/** Text with what stands between its backticks as code. */
export const withCode = (text: string): Html =>
  join(
    text.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : html`${part}`)),
    '',
  )
