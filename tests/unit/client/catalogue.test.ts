import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { es } from '../../../src/client/i18n/es/index.ts'
import { sentences } from '../../../src/client/i18n/es/sentences.ts'
import {
  type Catalogue,
  createTranslator,
  type Translation,
} from '../../../src/client/i18n/translator.ts'

const source = readdirSync('src/client', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith(path.join('i18n', 'es')))
  .map((file) => readFileSync(path.join('src/client', file), 'utf8'))
  .join('\n')

const namesIn = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
const formsOf = (translation: Translation) =>
  typeof translation === 'string' ? [translation] : Object.values(translation)
/** A form for one may say it without the number: "one call". */
const mayLeaveOut = (translation: Translation, form: string, name: string) =>
  typeof translation === 'object' && form === translation.one && name === '{n}'

it('holds no text that the page does not ask for', () => {
  const unasked = Object.keys(es).filter(
    (text) => !source.includes(text) && !source.includes(text.replaceAll("'", "\\'")),
  )
  expect(unasked).toEqual([])
})

it('names the same values in both languages', () => {
  const all = Object.entries<Translation>({ ...sentences, ...es })
  const differing = all.filter(([text, translation]) =>
    formsOf(translation).some((form) => {
      const needed = namesIn(text).filter((name) => !mayLeaveOut(translation, form, name))
      const told = namesIn(form).filter((name) => !mayLeaveOut(translation, form, name))
      return needed.join() !== told.join()
    }),
  )
  expect(differing).toEqual([])
})

it('holds each text once', async () => {
  const folder = path.resolve('src/client/i18n/es')
  const files = readdirSync(folder).filter((file) => !/^(index|sentences)/.test(file))
  const rooms = files.map(async (file) => {
    const module: Record<string, Catalogue> = await import(path.join(folder, file))
    return Object.values(module).flatMap((room) => Object.keys(room))
  })
  const keys = (await Promise.all(rooms)).flat()
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  expect(keys).toHaveLength(Object.keys(es).length)
})

it.each([
  ['{n} open', 1, '1 abierto'],
  ['{n} open', 2, '2 abiertos'],
  ['{n} overdue', 1, '1 vencido'],
  ['{n} canceled', 1, '1 cancelada'],
  ['{n} opted out', 1, '1 no quiere llamadas'],
  ['{n} opted out', 2, '2 no quieren llamadas'],
])('counts %s in Spanish: %i', (text, count, words) => {
  const spanish = createTranslator({ texts: es, sentences }, 'es')
  expect(spanish.pluralize(count, text, text)).toBe(words)
})
