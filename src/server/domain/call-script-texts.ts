import type { ConversationLanguage } from './conversation-language.ts'

/** Everything that a call may say, in the order in which it may be said. */
export const scriptSteps = [
  'greeting',
  'recordingNotice',
  'optOutNotice',
  'consentQuestion',
  'otherLanguage',
  'unrecorded',
  'npsQuestion',
  'reasonQuestion',
  'goodQuestion',
  'betterQuestion',
  'callBackQuestion',
  'thanks',
  'optOutConfirmed',
  'callLater',
  'notUnderstood',
  'notHeard',
  'givingUp',
  'voicemail',
] as const
export type ScriptStep = (typeof scriptSteps)[number]
export type ScriptTexts = Record<ScriptStep, string>

/** These may be left empty: the call then goes on without them. */
export const optionalSteps: ReadonlySet<ScriptStep> = new Set([
  'otherLanguage',
  'reasonQuestion',
  'goodQuestion',
  'betterQuestion',
  'callBackQuestion',
])

export const stepTitles: Record<ScriptStep, string> = {
  greeting: 'Greeting',
  recordingNotice: 'Recording notice',
  optOutNotice: 'Opt-out sentence',
  consentQuestion: 'Consent to recording',
  otherLanguage: 'Offer of this language',
  unrecorded: 'When recording is refused',
  npsQuestion: 'Score from 0 to 10',
  reasonQuestion: 'Reason',
  goodQuestion: 'What was good',
  betterQuestion: 'What should be better',
  callBackQuestion: 'May we call back?',
  thanks: 'Thanks',
  optOutConfirmed: 'Opt-out confirmed',
  callLater: 'Not a good time',
  notUnderstood: 'Not understood',
  notHeard: 'Not heard',
  givingUp: 'Giving up',
  voicemail: 'Voicemail message',
}

/** What is said where nobody has written anything else. `{key}` is the key that chooses the language. */
export const usualTexts: Record<ConversationLanguage, ScriptTexts> = {
  en: {
    greeting:
      'Hello {customerName}. This is an automated call from {organizationName}, to ask how you found our service on your {vehicle}.',
    recordingNotice: 'The call is recorded if you agree.',
    optOutNotice:
      'If you want no more calls from us, press star or say: stop calling, at any moment.',
    consentQuestion:
      'May we record your answers? Press 1 or say yes. Press 2 or say no to go on without a recording.',
    otherLanguage: 'To continue in English, press {key} or say: English.',
    unrecorded: 'That is fine. Nothing is recorded; we only note your answers.',
    npsQuestion:
      'How likely are you to recommend {organizationName} to a friend, from 0, not at all, to 10, very likely? Press the number or say it.',
    reasonQuestion: 'Thank you. What is the main reason for your score?',
    goodQuestion: 'What did we do well?',
    betterQuestion: 'And what should we do better?',
    callBackQuestion:
      'May somebody of our team call you back about it? Press 1 or say yes. Press 2 or say no.',
    thanks: 'Thank you for your time, {customerName}. Goodbye.',
    optOutConfirmed:
      'I am sorry to have disturbed you. You will get no more feedback calls from us. Goodbye.',
    callLater: 'Of course. Somebody will call you at a better time. Goodbye.',
    notUnderstood: 'Sorry, I did not understand that.',
    notHeard: 'Sorry, I could not hear you.',
    givingUp: 'I am sorry that this did not work. Thank you for your patience. Goodbye.',
    voicemail:
      'Hello {customerName}. This is an automated call from {organizationName}. We wanted to ask how you found our service on your {vehicle}. There is nothing that you need to do. Goodbye.',
  },
  es: {
    greeting:
      'Hola, {customerName}. Esta es una llamada automática de {organizationName} para saber qué le pareció el servicio de su {vehicle}.',
    recordingNotice: 'La llamada se graba si usted está de acuerdo.',
    optOutNotice:
      'Si no quiere recibir más llamadas nuestras, marque asterisco o diga: no me llamen más, en cualquier momento.',
    consentQuestion:
      '¿Podemos grabar sus respuestas? Marque 1 o diga sí. Marque 2 o diga no para seguir sin grabación.',
    otherLanguage: 'Para continuar en español, marque {key} o diga: español.',
    unrecorded: 'De acuerdo. No se graba nada; solo anotamos sus respuestas.',
    npsQuestion:
      'Del 0, nada probable, al 10, muy probable, ¿qué tan probable es que recomiende {organizationName} a un amigo? Marque el número o dígalo.',
    reasonQuestion: 'Gracias. ¿Cuál es la razón principal de su nota?',
    goodQuestion: '¿Qué hicimos bien?',
    betterQuestion: '¿Y qué deberíamos mejorar?',
    callBackQuestion:
      '¿Puede llamarle alguien de nuestro equipo para hablar de ello? Marque 1 o diga sí. Marque 2 o diga no.',
    thanks: 'Muchas gracias por su tiempo, {customerName}. Hasta luego.',
    optOutConfirmed:
      'Sentimos haberle molestado. No recibirá más llamadas de opinión nuestras. Hasta luego.',
    callLater: 'Por supuesto. Alguien le llamará en un mejor momento. Hasta luego.',
    notUnderstood: 'Perdón, no le entendí.',
    notHeard: 'Perdón, no le oí.',
    givingUp: 'Sentimos que no haya funcionado. Gracias por su paciencia. Hasta luego.',
    voicemail:
      'Hola, {customerName}. Esta es una llamada automática de {organizationName}. Queríamos saber qué le pareció el servicio de su {vehicle}. No tiene que hacer nada. Hasta luego.',
  },
}
