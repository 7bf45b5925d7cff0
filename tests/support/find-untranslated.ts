import { parseSync } from 'vite'

/** Attributes, and properties that become some, which are read or spoken. */
const readNames = /(label|title|description|placeholder|legend|message|roledescription|valuetext)$/i

/** What looks like words and is none: the keys of a keyboard, names of zones and of formats. */
const notWords = new Set([
  'Enter',
  'Escape',
  'Delete',
  'Backspace',
  'Home',
  'End',
  'UTC',
  'Files',
  'Ringback',
])

/** Of products, standards and servers, which every language writes alike. */
const properNames = /Ringback|Standard Webhooks|https?:\/\/\S+/g

/** From which argument on, and up to which, the translating functions are given English. */
const englishOf = new Map([
  ['t', [0, 1]],
  ['plural', [1, 3]],
  ['ofServer', [0, 1]],
  ['withReadersClock', [0, 1]],
  ['useWhyNot', [0, 2]],
])

type Node = { type: string; start: number } & Record<string, unknown>

/** Where letters are sure to be read, and where they may be a name, a class, a unit … */
type Place = 'read' | 'code'
type Part = [value: unknown, place: Place]

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
const nodesIn = (value: unknown): Node[] => [value].flat().filter(isNode)
const nameOf = (value: unknown): string =>
  isNode(value) ? String(value.name ?? value.value ?? '') : ''

/** "R", or "(F)" behind the words for what that key does. */
const isKey = (text: string) => /^\P{L}*\p{Lu}\P{L}*$/u.test(text)
const hasLetters = (text: string) => /\p{L}/u.test(text)
const looksLikeWords = (text: string) =>
  /\p{L}{2}[,;:.!?…”’)]* [“(]?\p{L}/u.test(text) ||
  /^\p{Lu}\p{Ll}+(?![\p{L}\d-])/u.test(text) ||
  /\d%? (to|and|of|sure)\b/.test(text)
const looksLikePiece = (text: string) =>
  looksLikeWords(text) || /\p{L}{2}[,;:]? | \p{L}{2}/u.test(text)

/** The text that stands in a node itself, where it is one to be translated. */
function textOf(node: Node, place: Place): string | null {
  const isQuasi = node.type === 'TemplateElement'
  if (!isQuasi && node.type !== 'Literal' && node.type !== 'JSXText') return null
  const text = isQuasi ? Object(node.value).cooked : node.value
  if (typeof text !== 'string' || notWords.has(text) || isKey(text)) return null
  const isText = place === 'read' ? hasLetters : isQuasi ? looksLikePiece : looksLikeWords
  return isText(text.replaceAll(properNames, '')) ? text.trim().replaceAll(/\s+/g, ' ') : null
}

/** What of a node may hold a text, each with the place in which that would be. */
function partsOf(node: Node, place: Place): Part[] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ImportExpression':
    case 'ExportAllDeclaration':
    case 'ThrowStatement':
    case 'TemplateElement':
      return []
    case 'TemplateLiteral':
      return [node.quasis, node.expressions].map((part) => [part, place])
    case 'ArrayExpression':
      return [[node.elements, place]]
    case 'ObjectExpression':
      return [[node.properties, place]]
    case 'SpreadElement':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return [[node.argument ?? node.expression, place]]
    case 'JSXExpressionContainer':
      return [[node.expression, place]]
    case 'JSXFragment':
      return [[node.children, 'read']]
    case 'JSXElement':
      return [...attributesOf(Object(node.openingElement)), [node.children, 'read']]
    case 'ConditionalExpression':
      return [
        [node.test, 'code'],
        [[node.consequent, node.alternate].flat(), place],
      ]
    case 'LogicalExpression':
      return [
        [node.left, node.operator === '&&' ? 'code' : place],
        [node.right, place],
      ]
    case 'BinaryExpression': {
      const sides = nodesIn([node.left, node.right])
      if (node.operator === '+') return [[sides, place]]
      return [[sides.filter(({ type }) => type !== 'Literal'), 'code']]
    }
    case 'SwitchCase':
      return [[node.consequent, 'code']]
    case 'MemberExpression': {
      const isNamed = nodesIn(node.property).some(({ type }) => type === 'Literal')
      return [[isNamed ? node.object : [node.object, node.property], 'code']]
    }
    case 'Property':
      return [
        [node.computed ? node.key : null, 'code'],
        [node.value, readNames.test(nameOf(node.key)) ? 'read' : place],
      ]
    case 'CallExpression': {
      const [from = 0, to = 0] = englishOf.get(nameOf(node.callee)) ?? []
      const given = nodesIn(node.arguments)
      return [
        [[...nodesIn(node.callee), ...given.slice(0, from)], 'code'],
        [given.slice(to), to > 0 ? 'read' : 'code'],
      ]
    }
  }
  if (node.type.startsWith('TS')) return []
  return Object.values(node).map((value) => [value, 'code'])
}

function attributesOf({ name, attributes }: Record<string, unknown>): Part[] {
  const isText = nameOf(name) === 'T'
  return nodesIn(attributes).flatMap((attribute): Part[] => {
    const of = nameOf(attribute.name)
    if ((isText && of === 'text') || of === 'className' || of === 'width') return []
    const place = isText || readNames.test(of) ? 'read' : 'code'
    return [[attribute.value ?? attribute.argument, place]]
  })
}

/** The texts that stand in a module as they are shown, in one language, each with its line. */
export function findUntranslated(code: string, file = 'module.tsx'): string[] {
  const { program, errors } = parseSync(file, code)
  if (errors.length > 0) throw new Error(`${file} could not be read`)
  const find = (value: unknown, place: Place): string[] =>
    nodesIn(value).flatMap((node) => {
      const text = textOf(node, place)
      const line = code.slice(0, node.start).split('\n').length
      const own = text === null ? [] : [`${line}: ${text}`]
      return [...own, ...partsOf(node, place).flatMap((part) => find(...part))]
    })
  return find(program.body, 'code')
}
