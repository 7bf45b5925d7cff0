import { describe, expect, it } from 'vitest'
import { pickLanguage } from '../../../src/client/i18n/language.ts'
import { createTranslator } from '../../../src/client/i18n/translator.ts'

const spanish = createTranslator(
  {
    texts: {
      'Call {name}': 'Llame a {name}',
      'Open|a case': 'Abierto',
      'Open|a window': 'Abierta',
      '{n} calls of {name}': { one: '{n} llamada de {name}', other: '{n} llamadas de {name}' },
    },
    sentences: {
      'Calling is paused': 'Las llamadas están en pausa',
      'Closed until {when}': 'Cerrado hasta {when}',
      'tomorrow {time}': 'mañana {time}',
      'Write it like (212) 555-0123.': 'Escríbalo como (212) 555-0123.',
      'There is no area code {code}.': 'No existe el prefijo {code}.',
    },
  },
  'es',
)
const english = createTranslator(null, 'en-US')

describe('texts', () => {
  it('are in English what stands in the code, and elsewhere what stands in the catalogue', () => {
    expect(english.translate('Call {name}', { name: 'Ann' })).toBe('Call Ann')
    expect(spanish.translate('Call {name}', { name: 'Ann' })).toBe('Llame a Ann')
  })

  it('are told apart where one word of English is two elsewhere', () => {
    expect(english.translate('Open|a case')).toBe('Open')
    expect(spanish.translate('Open|a case')).toBe('Abierto')
    expect(spanish.translate('Open|a window')).toBe('Abierta')
  })

  it('end on an abbreviation with one full stop', () => {
    const until = (when: string) => english.translate('Until {when}.', { when })
    expect([until('2:18 p.m.'), until('2 PM')]).toEqual(['Until 2:18 p.m.', 'Until 2 PM.'])
  })

  it('stay in English where the catalogue has a hole, rather than say nothing', () => {
    expect(spanish.translate('New here|a mark')).toBe('New here')
  })

  it('do not take a value for a name in braces', () => {
    expect(english.translate('Call {name}', { name: '{name}' })).toBe('Call {name}')
  })

  it('count by the rules of their language, and write numbers as it does', () => {
    const count = (n: number) => [
      english.pluralize(n, '{n} call of {name}', '{n} calls of {name}', { name: 'Ann' }),
      spanish.pluralize(n, '{n} call of {name}', '{n} calls of {name}', { name: 'Ann' }),
    ]
    expect(count(1)).toEqual(['1 call of Ann', '1 llamada de Ann'])
    expect(count(12_345)).toEqual(['12,345 calls of Ann', '12.345 llamadas de Ann'])
    // Spanish has a form for whole millions, which falls back to that for many.
    expect(count(1_000_000)).toEqual(['1,000,000 calls of Ann', '1.000.000 llamadas de Ann'])
  })

  it('take elements in', () => {
    expect(spanish.assemble('Call {name}', { name: 7 })).toEqual(['Llame a ', '7', ''])
  })
})

describe('sentences of the server', () => {
  const rows: [sentence: string, expected: string][] = [
    ['Calling is paused', 'Las llamadas están en pausa'],
    ['Closed until tomorrow 09:00', 'Cerrado hasta mañana 09:00'],
    ['Closed until Mon 23 Nov 09:00', 'Cerrado hasta Mon 23 Nov 09:00'],
    [
      'There is no area code 555. Write it like (212) 555-0123.',
      'No existe el prefijo 555. Escríbalo como (212) 555-0123.',
    ],
    ['Something new. Calling is paused', 'Something new. Las llamadas están en pausa'],
    ['Something new', 'Something new'],
    ['Calling is paused.', 'Las llamadas están en pausa.'],
    ['weekly.monday: Closed until tomorrow 09:00', 'weekly.monday: Cerrado hasta mañana 09:00'],
    [
      'Something. There is no area code 555. Calling is paused.',
      'Something. No existe el prefijo 555. Las llamadas están en pausa.',
    ],
  ]
  it.each(rows)('%s', (sentence, expected) => {
    expect(spanish.translateSentence(sentence)).toBe(expected)
    expect(english.translateSentence(sentence)).toBe(sentence)
  })
})

describe('the language of the page', () => {
  const rows: [wished: (string | null)[], expected: string][] = [
    [[], 'en'],
    [[null, 'es-MX', 'en'], 'es'],
    [['en', 'es'], 'en'],
    [[null, 'fr-CA', 'es'], 'es'],
    [['toString', 'ES'], 'es'],
    [['de'], 'en'],
  ]
  it.each(rows)('for %j is %s', (wished, expected) => {
    expect(pickLanguage(wished)).toBe(expected)
  })
})
