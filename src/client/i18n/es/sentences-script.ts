import type { Sentences } from '../translator.ts'

/** What is wrong with what calls say, or would be better. */
export const script: Sentences = {
  '{text}: write a text': '{text}: escriba un texto',
  '{text}: use at most {n} characters': '{text}: use {n} caracteres como máximo',
  '{text}: write what is said': '{text}: escriba lo que se dice',
  '{text}: say who calls and why': '{text}: diga quién llama y por qué',
  '{text}: say that the call is recorded': '{text}: diga que la llamada se graba',
  '{text}: say how to get no more calls': '{text}: diga cómo dejar de recibir llamadas',
  '{outcome}: a delay in minutes must be a whole number from {least} to {most}':
    '{outcome}: una espera en minutos debe ser un número entero de {least} a {most}',
  'The number of repeats': 'El número de repeticiones',
  'The wait for a short answer, in seconds,': 'La espera de una respuesta corta, en segundos,',
  'The wait for an answer in own words, in seconds,':
    'La espera de una respuesta libre, en segundos,',
  'Voicemail: choose leave_message or hang_up': 'Buzón de voz: elija leave_message o hang_up',
  'Keep at least one language': 'Conserve al menos un idioma',
  'English is the usual language, and has no texts':
    'El inglés es el idioma habitual y no tiene textos',
  'Spanish is the usual language, and has no texts':
    'El español es el idioma habitual y no tiene textos',
  '{text}: {unknown} is not known. Use {known}': '{text}: {unknown} no se conoce. Use {known}',
  '{text}: a { or } stands alone. Write placeholders like {customerName}':
    '{text}: hay una { o } suelta. Escriba los huecos como {customerName}',
  '{text}: say who calls: put {organizationName} in':
    '{text}: diga quién llama: ponga {organizationName}',
  'Put {key} in: the key that chooses this language.':
    'Ponga {key}: la tecla que elige este idioma.',
  'Name the star key too, for those who cannot speak freely.':
    'Mencione también la tecla asterisco, para quien no puede hablar con libertad.',
  'Say which keys answer it: 1 for yes, 2 for no.':
    'Diga con qué teclas se contesta: 1 para sí, 2 para no.',
  'Say that the score goes from 0 to 10, and which end is good.':
    'Diga que la puntuación va de 0 a 10 y qué extremo es el bueno.',
  'It takes about {n} seconds until somebody may answer. People hang up.':
    'Pasan unos {n} segundos hasta que se puede contestar. La gente cuelga.',
  'English, {step}': 'Inglés, {step}',
  'Spanish, {step}': 'Español, {step}',
  greeting: 'saludo',
  'recording notice': 'aviso de grabación',
  'opt-out sentence': 'frase para no recibir más llamadas',
  'consent to recording': 'permiso para grabar',
  'offer of this language': 'oferta de este idioma',
  'when recording is refused': 'si no aceptan la grabación',
  'score from 0 to 10': 'puntuación de 0 a 10',
  reason: 'motivo',
  'what was good': 'qué estuvo bien',
  'what should be better': 'qué debería mejorar',
  'may we call back?': '¿podemos volver a llamar?',
  thanks: 'gracias',
  'opt-out confirmed': 'petición de no llamar confirmada',
  'not a good time': 'no es buen momento',
  'not understood': 'no se ha entendido',
  'not heard': 'no se ha oído',
  'giving up': 'despedida sin respuesta',
  'voicemail message': 'mensaje para el buzón de voz',
}
