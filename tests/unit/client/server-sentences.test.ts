import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { sentences } from '../../../src/client/i18n/es/sentences.ts'
import { untold, untoldWords } from '../../support/untold.ts'

/** Where sentences are written that the page may show. */
const rooms = ['auth', 'domain', 'services', 'trpc', 'webhooks', 'telephony/twilio']

/** What is spoken in calls, read in files, at a terminal or in the documentation of REST, and made for the demo. */
const elsewhere = [
  /^domain\/(call-script-texts|call-script-placeholders|conversation\.schema|holidays)/,
  /^domain\/(feedback-tags|import-column-names|import-vehicle|insights-rows|key-scope-words|spoken-words)/,
  /^services\/(demo-day|ensure-demo|load-schedule-config|reset-password)/,
  /^telephony\/twilio\/(rest-client|turn-twiml|twilio-account|twilio-recordings)/,
  /^trpc\/(calls-of-tab|rest-meta)/,
]

/** Words that no page shows, and sentences that are known by what is filled in. */
const unshown = new Set([
  ...['demo …', 'password of …', 'Demo …', 'Annual service', 'HTTP …'],
  ...['Only … and … can ….', 'There is no such date: …. …'],
  // A heading that the page writes, and by which a file is known again.
  ...['To mend', 'Por corregir'],
])

type Node = { type: string } & Record<string, unknown>
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value

const documentation = new Set(['summary', 'description'])
const unread = new Set([
  'debug',
  'info',
  'warn',
  'error',
  'fatal',
  'describe',
  'Error',
  'rest',
  'restList',
  // A fault of ours, which is told as one that nobody foresaw.
  'RangeError',
])

function nameOf(node: unknown): string {
  if (!isNode(node)) return ''
  if (node.type === 'Identifier') return String(node.name)
  return node.type === 'MemberExpression' ? nameOf(node.property) : ''
}

const cooked = (quasi: unknown) =>
  isNode(quasi) && quasi.value instanceof Object && 'cooked' in quasi.value
    ? String(quasi.value.cooked)
    : ''

/** Every text of a program that a person might read, `…` for what is filled in. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (!isNode(value)) return []
  const { type } = value
  if (/^(Import|Export(All|Named)Declaration$.*source|TaggedTemplate|TSType|TSLiteral)/.test(type))
    return []
  if (type === 'Literal') return typeof value.value === 'string' ? [value.value] : []
  if (type === 'Property' && documentation.has(nameOf(value.key))) return []
  if ((type === 'CallExpression' || type === 'NewExpression') && unread.has(nameOf(value.callee)))
    return textsIn(value.callee)
  const own =
    type === 'TemplateLiteral' && Array.isArray(value.quasis)
      ? [value.quasis.map(cooked).join('…')]
      : []
  return [...own, ...Object.values(value).flatMap(textsIn)]
}

const isSentence = (text: string) => /[a-z]{2,},? ([a-z]{2,}|…)|… [a-z]{2,}/i.test(text)

const isTold = (text: string) => !/[a-z]/i.test(untoldWords(text.replaceAll('…', '7')))

/** A piece of a sentence is known where one that is translated holds it. */
const isPiece = (text: string) => {
  const pieces = text.split('…')
  return Object.keys(sentences).some((known) => {
    let from = 0
    return pieces.every((piece) => {
      const found = known.indexOf(piece, from)
      from = found + piece.length
      return found !== -1
    })
  })
}

it('has Spanish for every sentence that the server may say on the page', () => {
  const missing = rooms.flatMap((room) =>
    readdirSync(path.join('src/server', room), { recursive: true, encoding: 'utf8' })
      .map((file) => path.join(room, file))
      .filter((file) => file.endsWith('.ts') && !elsewhere.some((skipped) => skipped.test(file)))
      .flatMap((file) => {
        const { program } = parseSync(file, readFileSync(path.join('src/server', file), 'utf8'))
        return [...new Set(textsIn(program.body))]
          .filter((text) => isSentence(text) && !unshown.has(text))
          .filter((text) => !isTold(text) && !isPiece(text))
          .map((text) => `${file}: ${text}`)
      }),
  )
  expect(missing).toEqual([])
})

it('has Spanish for what zod says by itself', () => {
  const schema = z.object({
    missing: z.string(),
    wrong: z.number(),
    choice: z.enum(['one', 'two']),
    id: z.uuid(),
    short: z.string().min(2),
    long: z.string().max(2),
    few: z.array(z.int()).min(1),
    many: z.array(z.int()).max(1),
    small: z.int().min(3),
    big: z.number().max(3),
    tail: z.string().startsWith('a'),
    shape: z.string().regex(/^a$/),
    at: z.iso.datetime(),
  })
  const read = schema.safeParse({
    wrong: 'one',
    choice: 'three',
    id: 'no',
    short: 'a',
    long: 'aaa',
    few: [],
    many: [1, 2],
    small: 1,
    big: 7,
    tail: 'b',
    shape: 'b',
    at: 'today',
  })
  expect(read.error?.issues).toHaveLength(13)
  const messages = read.error?.issues.map(({ message }) => message) ?? []
  const left = messages.filter((message) => /^(Invalid|Too|expected)/.test(untold(message)))
  expect(left).toEqual([])
})
