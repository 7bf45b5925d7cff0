import { describe, expect, it } from 'vitest'
import { isSameScript, mergeScripts } from '../../../src/client/features/script/merge-scripts.ts'
import {
  besideField,
  checkDraft,
  placeOfProblem,
  placeServerIssues,
} from '../../../src/client/features/script/script-problems.ts'
import { trialEntries } from '../../../src/client/features/script/trial/trial-entries.ts'
import {
  type CallScript,
  callScriptSchema,
  DEFAULT_CALL_SCRIPT,
} from '../../../src/server/domain/call-script.schema.ts'
import { adviseOnScript } from '../../../src/server/domain/call-script-advice.ts'
import { usualTexts } from '../../../src/server/domain/call-script-texts.ts'
import { inputOf, talk } from '../../support/talk.ts'

const base = DEFAULT_CALL_SCRIPT
const saying = (thanks: string, rest: object = {}): CallScript =>
  callScriptSchema.parse({ ...rest, languages: { en: { thanks }, es: {} } })

describe('merging', () => {
  it('puts each text and rule that I changed on theirs', () => {
    const mine = saying('Mine.', { maxRepeats: 1 })
    const theirs = callScriptSchema.parse({
      languages: { en: { greeting: '{organizationName} calls.' }, es: {} },
      storyTimeoutSec: 20,
    })
    const merged = mergeScripts({ base, mine, theirs })
    expect(merged).toMatchObject({ maxRepeats: 1, storyTimeoutSec: 20 })
    expect(merged.languages.en).toMatchObject({
      thanks: 'Mine.',
      greeting: '{organizationName} calls.',
    })
  })

  it('replaces theirs where both changed the same, and keeps what only they changed', () => {
    expect(
      mergeScripts({ base, mine: saying('Mine.'), theirs: saying('Theirs.') }).languages.en?.thanks,
    ).toBe('Mine.')
    expect(mergeScripts({ base, mine: base, theirs: saying('Theirs.') }).languages.en?.thanks).toBe(
      'Theirs.',
    )
  })

  it('takes a language out where I took it out', () => {
    const mine = callScriptSchema.parse({ languages: { en: {} } })
    const merged = mergeScripts({ base, mine, theirs: saying('Theirs.') })
    expect(Object.keys(merged.languages)).toEqual(['en'])
    expect(merged.languages.en?.thanks).toBe('Theirs.')
  })

  it('knows a script again whose language was taken out and put back', () => {
    const { es, en } = base.languages
    expect(isSameScript(base, { ...base, languages: { es, en } })).toBe(true)
    expect(isSameScript(base, { ...base, languages: { es: undefined, en } })).toBe(false)
    expect(isSameScript(base, saying('Mine.'))).toBe(false)
  })
})

describe('problems', () => {
  it('stand at their field, in words that need not say where it is', () => {
    const texts = { ...usualTexts.en, greeting: 'Hello.', optOutNotice: '' }
    const draft = { ...base, languages: { ...base.languages, en: texts }, maxRepeats: 9 }
    const { script, problems } = checkDraft(draft)
    expect(script).toBeNull()
    expect(Object.entries(problems).map(([path, message]) => [path, besideField(message)])).toEqual(
      [
        ['languages.en.greeting', 'Say who calls: put {organizationName} in'],
        ['languages.en.optOutNotice', 'Say how to get no more calls'],
        ['maxRepeats', 'The number of repeats must be a whole number from 0 to 5'],
      ],
    )
    expect(placeOfProblem('languages.en.greeting')).toEqual({ language: 'en', step: 'greeting' })
    expect(placeOfProblem('maxRepeats')).toBeNull()
    expect(placeServerIssues([{ path: 'script.languages.en.thanks', message: 'No.' }])).toEqual({
      'languages.en.thanks': 'No.',
    })
  })
})

describe('advice', () => {
  it.each(['en', 'es'] as const)('is not needed by the usual script in %s', (language) => {
    expect(adviseOnScript(usualTexts[language], language)).toEqual({})
  })

  it('names what somebody on the telephone would miss', () => {
    const texts = {
      ...usualTexts.en,
      optOutNotice: 'You may opt out.',
      consentQuestion: 'Is that all right?',
      npsQuestion: 'How was it?',
      otherLanguage: 'Say English.',
      callBackQuestion: '',
      greeting: `This is {organizationName}. ${'And so on. '.repeat(40)}`,
    }
    expect(Object.keys(adviseOnScript(texts, 'en')).sort()).toEqual([
      ...['consentQuestion', 'greeting', 'npsQuestion', 'optOutNotice', 'otherLanguage'],
    ])
  })
})

it('shows both sides of a trial, and what happens to the line between them', () => {
  const answers = ['Yes', '#8', '', "Don't record me", '\\']
  const exchanges = talk(answers).map((turn, index) => {
    const given = answers[index - 1]
    return { input: given === undefined ? null : inputOf(given, index * 10_000), turn }
  })
  const told = trialEntries(exchanges).filter(({ by }) => by !== 'call')
  expect(told.map(({ by, text }) => `${by}: ${text}`)).toEqual([
    'customer: Yes',
    'line: Recording starts',
    'customer: Presses 8',
    'line: 10 seconds of silence',
    "customer: Don't record me",
    'line: Recording stops, and what there is is deleted',
    'line: The customer hangs up',
  ])
  const over = trialEntries([
    ...exchanges.slice(0, 1),
    ...talk(['#*'])
      .slice(1)
      .map((turn) => ({
        turn,
        input: inputOf('#*', 1),
      })),
  ])
  expect(over.at(-1)).toEqual({ by: 'line', text: 'The call hangs up' })
})
