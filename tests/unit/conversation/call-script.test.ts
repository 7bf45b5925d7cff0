import { describe, expect, it } from 'vitest'
import {
  callScriptSchema,
  DEFAULT_CALL_SCRIPT,
  languagesOf,
} from '../../../src/server/domain/call-script.schema.ts'
import { scriptSteps } from '../../../src/server/domain/call-script-texts.ts'
import { conversationFactsOf } from '../../../src/server/domain/conversation-facts.ts'

it('is complete without a word of ours', () => {
  expect(DEFAULT_CALL_SCRIPT).toMatchObject({
    defaultLanguage: 'en',
    voicemail: 'leave_message',
    maxRepeats: 2,
  })
  for (const texts of [DEFAULT_CALL_SCRIPT.languages.en, DEFAULT_CALL_SCRIPT.languages.es]) {
    expect(Object.keys(texts ?? {})).toEqual([...scriptSteps])
    expect(Object.values(texts ?? {}).every((text) => text !== '')).toBe(true)
  }
  expect(callScriptSchema.parse(DEFAULT_CALL_SCRIPT)).toEqual(DEFAULT_CALL_SCRIPT)
})

const en = (texts: object) => ({ languages: { en: texts, es: {} } })

describe('refusals', () => {
  it.each([
    [
      en({ greeting: 'Hello, how are you?' }),
      'languages.en.greeting',
      'English, greeting: say who calls: put {organizationName} in',
    ],
    [en({ greeting: '  ' }), 'languages.en.greeting', 'English, greeting: say who calls and why'],
    [
      en({ recordingNotice: '' }),
      'languages.en.recordingNotice',
      'English, recording notice: say that the call is recorded',
    ],
    [
      en({ optOutNotice: ' ' }),
      'languages.en.optOutNotice',
      'English, opt-out sentence: say how to get no more calls',
    ],
    [
      { languages: { es: { optOutNotice: '' } }, defaultLanguage: 'es' },
      'languages.es.optOutNotice',
      'Spanish, opt-out sentence: say how to get no more calls',
    ],
    [en({ thanks: '' }), 'languages.en.thanks', 'English, thanks: write what is said'],
    [
      en({ voicemail: 'Please call us.' }),
      'languages.en.voicemail',
      'English, voicemail message: say who calls: put {organizationName} in',
    ],
    [
      en({ thanks: 'Bye {name}' }),
      'languages.en.thanks',
      'English, thanks: {name} is not known. Use {customerName}, {organizationName}, {vehicle}, {advisorName}',
    ],
    [
      en({ thanks: 'Press {key}' }),
      'languages.en.thanks',
      'English, thanks: {key} is not known. Use {customerName}, {organizationName}, {vehicle}, {advisorName}',
    ],
    [
      en({ thanks: 'Bye {customerName' }),
      'languages.en.thanks',
      'English, thanks: a { or } stands alone. Write placeholders like {customerName}',
    ],
    [
      en({ thanks: 'x'.repeat(601) }),
      'languages.en.thanks',
      'English, thanks: use at most 600 characters',
    ],
    [en({ thanks: 7 }), 'languages.en.thanks', 'English, thanks: write a text'],
    [{ maxRepeats: 6 }, 'maxRepeats', 'The number of repeats must be a whole number from 0 to 5'],
    [{ voicemail: 'sing' }, 'voicemail', 'Voicemail: choose leave_message or hang_up'],
    [
      { defaultLanguage: 'de' },
      'defaultLanguage',
      'Choose a language that calls can be held in: en, es',
    ],
    [
      { languages: { en: {} }, defaultLanguage: 'es' },
      'defaultLanguage',
      'Spanish is the usual language, and has no texts',
    ],
    [{ languages: {} }, 'defaultLanguage', 'Keep at least one language'],
  ])('%j', (input, path, message) => {
    const { error } = callScriptSchema.safeParse(input)
    expect(error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([
      [path, message],
    ])
  })

  it('lets the questions be left out that are not needed', () => {
    const script = callScriptSchema.parse(en({ callBackQuestion: '', otherLanguage: '' }))
    expect(script.languages.en?.callBackQuestion).toBe('')
  })
})

it('names its usual language first', () => {
  expect(languagesOf(callScriptSchema.parse({ defaultLanguage: 'es' }))).toEqual(['es', 'en'])
  expect(languagesOf(callScriptSchema.parse({ languages: { en: {} } }))).toEqual(['en'])
})

it('takes from a visit what can be said of it', () => {
  const visit = { customerName: 'Alex Rivera', serviceAdvisorName: null }
  const ofVehicle = (make: string | null, model: string | null) =>
    conversationFactsOf({ ...visit, vehicleInfo: { make, model } }, 'Northside Motors').vehicle
  expect([ofVehicle('Toyota', 'Corolla'), ofVehicle(null, 'Corolla'), ofVehicle('', null)]).toEqual(
    [...['Toyota Corolla', 'Corolla', null]],
  )
})
