export type Verb = {
  name: string
  attributes: Record<string, string>
  text: string
  children: Verb[]
}

const tag = /<(\/?)([A-Za-z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|<\?xml[^>]*\?>|([^<]+)/gy
const attribute = /([\w:-]+)="([^"]*)"/g
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (text: string) =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, dec, hex, name) =>
    dec || hex
      ? String.fromCodePoint(Number.parseInt(dec ?? hex, dec ? 10 : 16))
      : (entities[name] ?? whole),
  )

/** Reads the instructions of a call. Throws for anything that is not well-formed <Response>. */
export function parseTwiml(xml: string): Verb[] {
  const root: Verb = { name: '', attributes: {}, text: '', children: [] }
  const open = [root]
  let end = 0
  for (const found of xml.matchAll(tag)) {
    end = found.index + found[0].length
    const [, closing, name, given = '', isEmpty, text] = found
    const inner = open.at(-1)
    if (inner === undefined) throw new Error('More is closed than was opened')
    if (text !== undefined) inner.text += unescaped(text)
    else if (closing) {
      if (inner.name !== name) throw new Error(`</${name}> closes <${inner.name}>`)
      open.pop()
    } else if (name !== undefined) {
      const attributes = Object.fromEntries(
        [...given.matchAll(attribute)].map(([, key = '', value = '']) => [key, unescaped(value)]),
      )
      const verb: Verb = { name, attributes, text: '', children: [] }
      inner.children.push(verb)
      if (!isEmpty) open.push(verb)
    }
  }
  const [response, ...others] = root.children
  if (
    end !== xml.length ||
    open.length !== 1 ||
    others.length > 0 ||
    response?.name !== 'Response'
  ) {
    throw new Error(`Not TwiML: ${xml.slice(0, 200)}`)
  }
  return response.children
}
