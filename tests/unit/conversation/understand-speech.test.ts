import { describe, expect, it } from 'vitest'
import {
  asksAgain,
  asksForLater,
  readLanguage,
  readOptOut,
  readScore,
  readYesOrNo,
  refusesRecording,
} from '../../../src/server/domain/understand-speech.ts'

describe('an opt-out', () => {
  it.each([
    'Stop.',
    'Please stop calling me!',
    "Don't call me again",
    'Do not ever call me any more.',
    'DON’T CALL THIS NUMBER',
    'Take me off your list',
    'remove my number from the system please',
    'Put me on the do not call list',
    'unsubscribe',
    'No more calls, thanks.',
    'They never call me again or I go to the police',
    'No me llamen más',
    'no me vuelva a llamar, por favor',
    'Dejen de llamarme',
    'ya no quiero recibir llamadas',
    'Quíteme de la lista',
    'quiero darme de baja',
    '¡Basta!',
  ])('is certain in "%s"', (text) => expect(readOptOut(text)).toBe('certain'))

  it.each([
    "Don't call me.",
    'Please do not contact us',
    "please don't call back",
    "I don't want these calls",
    "I don't want any calls",
    "I don't want your calls, they never call me",
    "You never call when the car is ready, so don't call me",
    'No me llamen',
  ])('is likely in "%s"', (text) => expect(readOptOut(text)).toBe('likely'))

  it.each([
    'The car would not stop at the lights',
    'I had to stop by twice',
    'They never call me when it is ready',
    'You do not call me back when you promise it',
    'Nobody called me',
    'They just do not call',
    'Nadie me llamó y tuve que esperar',
    'No me llamaron cuando estaba listo',
    'Nunca me llaman a tiempo',
    'El coche no para de hacer ruido',
    'Nine',
    '',
  ])('is not in "%s"', (text) => expect(readOptOut(text)).toBeNull())
})

describe('yes or no', () => {
  it.each([
    ['en', 'Yes', 'yes'],
    ['en', 'yeah, sure', 'yes'],
    ['en', 'No problem', 'yes'],
    ['en', "I don't mind", 'yes'],
    ['en', 'Go ahead.', 'yes'],
    ['en', 'No, thank you', 'no'],
    ['en', "I'd rather not", 'no'],
    ['en', 'nope', 'no'],
    ['en', 'yes and no', null],
    ['en', "I'm good, thanks", null],
    ['en', "I'm fine with that", 'yes'],
    ['en', "That's fine", 'yes'],
    ['es', 'Bueno', null],
    ['es', 'Estoy bien', null],
    ['en', 'Who is this?', null],
    ['es', 'Sí, claro', 'yes'],
    ['es', 'No hay problema', 'yes'],
    ['es', 'cómo no', 'yes'],
    ['es', 'no, gracias', 'no'],
    ['es', 'prefiero que no', 'no'],
    ['es', 'no sé si quiero', null],
    ['es', '¿Quién habla?', null],
  ] as const)('%s: "%s" is %s', (language, text, expected) => {
    expect(readYesOrNo(text, language)).toBe(expected)
  })
})

describe('a score', () => {
  it.each([
    ['en', 'nine', 9],
    ['en', 'Zero.', 0],
    ['en', 'a solid 10', 10],
    ['en', 'ten out of ten', 10],
    ['en', '9/10', 9],
    ['en', '8 over 10', 8],
    ['en', 'On a scale from zero to ten, seven', 7],
    ['en', 'one', 1],
    ['en', 'This one gets an eight', 8],
    ['en', 'ate', 8],
    ['en', 'Nine, I waited 20 minutes', 9],
    ['en', 'one or two', null],
    ['en', 'seven or eight', null],
    ['en', '7.5', null],
    ['en', 'minus three', null],
    ['en', 'eleven', null],
    ['en', '11', null],
    ['en', 'very good', null],
    ['en', 'nueve', null],
    ['es', 'Un nueve', 9],
    ['es', 'cero', 0],
    ['es', 'diez de diez', 10],
    ['es', '8 sobre 10', 8],
    ['es', 'del cero al diez, un seis', 6],
    ['es', 'uno', 1],
    ['es', 'siete u ocho', null],
    ['es', 'siete o siete', 7],
    ['es', 'menos tres', null],
    ['es', 'once', null],
    ['es', 'constructor', null],
  ] as const)('%s: "%s" is %s', (language, text, expected) => {
    expect(readScore(text, language)).toBe(expected)
  })
})

it.each([
  ["Please don't record this", true],
  ['without recording', true],
  ['I do not want to be recorded', true],
  ['no me grabe', true],
  ['prefiero seguir sin grabación', true],
  ['They did not record my complaint', false],
  ['there is no record of my booking', false],
  ['yes, record it', false],
])('refusal of recording: "%s" is %s', (text, expected) => {
  expect(refusesRecording(text)).toBe(expected)
})

it.each([
  ['en', "I'm driving, call me later", true],
  ['en', 'not a good time', true],
  ['en', 'later, yes', false],
  ['es', 'Ahora no puedo', true],
  ['es', 'llámeme más tarde', true],
  ['es', 'sí', false],
] as const)('%s: "%s" asks for another time: %s', (language, text, expected) => {
  expect(asksForLater(text, language)).toBe(expected)
})

it.each([
  ['Español, por favor', 'es'],
  ['Do you speak Spanish', 'es'],
  ['English please', 'en'],
  ['hablo inglés', 'en'],
  ['the English mechanic', null],
])('"%s" asks for the language %s', (text, expected) => {
  expect(readLanguage(text)).toBe(expected)
})

it.each([
  ['en', 'Hello?', true],
  ['en', 'Yes, hello, who is this?', true],
  ['en', 'Could you repeat that, please?', true],
  ['en', "I didn't get that", true],
  ['en', 'What?', true],
  ['en', 'What I liked was the coffee', false],
  ['en', 'Hello to the team, ten', false],
  ['en', 'Yes', false],
  ['es', '¿Bueno?', true],
  ['es', 'Sí, dígame', true],
  ['es', '¿Quién habla?', true],
  ['es', '¿Puede repetir la pregunta, por favor?', true],
  ['es', 'Que fueron amables', false],
  ['es', 'Sí', false],
] as const)('%s: "%s" wants it said again: %s', (language, text, expected) => {
  expect(asksAgain(text, language)).toBe(expected)
})
