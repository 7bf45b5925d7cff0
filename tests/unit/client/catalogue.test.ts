import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { es } from '../../../src/client/i18n/es/index.ts'
import { sentences } from '../../../src/client/i18n/es/sentences.ts'
import type { Translation } from '../../../src/client/i18n/translator.ts'

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

it('gives each text to one file', async () => {
  const rooms = readdirSync('src/client/i18n/es')
    .filter((file) => !/^(index|sentences)/.test(file))
    .map((file) => path.basename(file, '.ts'))
  const keys: string[] = []
  for (const room of rooms) {
    const catalogues = await import(`../../../src/client/i18n/es/${room}.ts`)
    keys.push(...Object.values<object>(catalogues).flatMap(Object.keys))
  }
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  expect(keys.length).toBe(Object.keys(es).length)
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
