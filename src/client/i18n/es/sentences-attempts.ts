import type { Sentences } from '../translator.ts'

/** What became of attempts, of first calls, and of messages to other programs. */
export const attempts: Sentences = {
  'not tried again: {reason}': 'no se vuelve a intentar: {reason}',
  'not sent: opted_out': 'no enviada: pidió que no se le llame',
  'not sent: paused': 'no enviada: las llamadas estaban en pausa',
  'never sent': 'no llegó a enviarse',
  'recording not kept: larger than {n} MB': 'grabación no guardada: supera {n} MB',
  'a line has been open for too long': 'una línea lleva demasiado tiempo abierta',
  '{outcome}: never tried again by itself': '{outcome}: no se vuelve a intentar automáticamente',
  '{outcome}: the schedule sets no retry': '{outcome}: el horario no prevé reintento',
  '{outcome}: no attempts left after {n} of {total}':
    '{outcome}: no quedan intentos tras {n} de {total}',
  '{outcome}: no window opens in the next {n} days':
    '{outcome}: no se abre ninguna franja en los próximos {n} días',
  '{outcome}: the next try {when} would be after the expiry {end}':
    '{outcome}: el próximo intento, {when}, caería después de caducar, {end}',
  '{outcome}: the next try {when} would be after the end of the campaign {end}':
    '{outcome}: el próximo intento, {when}, caería después del fin de la campaña, {end}',
  '{outcome}: next try {when}, as {wished} is outside calling hours':
    '{outcome}: próximo intento {when}, porque {wished} está fuera del horario de llamadas',
  '{outcome}: next try {when}': '{outcome}: próximo intento {when}',
  'The call was not sent: the server that had claimed it stopped before.':
    'La llamada no se envió: el servidor que la tenía se detuvo antes.',
  'Not sent: calling was paused after the claim.':
    'No enviada: las llamadas se pausaron justo antes.',
  'Answered, but over before a word was said. If many calls end so, the telephone provider cannot reach this server.':
    'Contestada, pero terminada antes de decir nada. Si muchas llamadas acaban así, el proveedor de telefonía no puede conectar con este servidor.',
  'Not sent: the number was put on the do-not-call list after the claim.':
    'No enviada: el número entró en la lista de no llamar justo antes.',
  Answered: 'Contestada',
  'No answer': 'Sin respuesta',
  Busy: 'Ocupado',
  Voicemail: 'Buzón de voz',
  Rejected: 'Rechazada',
  'Invalid number': 'Número no válido',
  'Provider error': 'Error del proveedor',
  'Opted out': 'Pidió que no se le llame',
  Expired: 'Caducada',
  Canceled: 'Cancelada',
  'Outcome unknown': 'Resultado desconocido',
  answered: 'contestada',
  'no answer': 'sin respuesta',
  busy: 'ocupado',
  voicemail: 'buzón de voz',
  rejected: 'rechazada',
  'invalid number': 'número no válido',
  'provider error': 'error del proveedor',
  'opted out': 'petición de no llamar',
  expired: 'caducada',
  canceled: 'cancelada',
  unknown: 'resultado desconocido',
  'The visit is not completed yet.': 'La visita aún no ha terminado.',
  'The visit ended more than {time} ago.': 'La visita terminó hace más de {time}.',
  'No calling window opens before the call expires {when}.':
    'No se abre ninguna franja antes de que la llamada caduque {when}.',
  'The call is due {when}.': 'La llamada está prevista {when}.',
  'The customer is called once, about this visit and {visit}, due {when}.':
    'Se llama al cliente una vez, por esta visita y {visit}, prevista {when}.',
  'The customer is called once, about this visit and {visit}.':
    'Se llama al cliente una vez, por esta visita y {visit}.',
  'It answered that it is gone for good (410).': 'Respondió que ya no existe (410).',
  'Nothing got through for three days.': 'No llegó nada durante tres días.',
  'It could not be reached.': 'No se ha podido conectar.',
  'It could not be reached ({code}).': 'No se ha podido conectar ({code}).',
  'No answer within {n} seconds.': 'Sin respuesta en {n} segundos.',
  'The address leads into a private network, where nothing is sent.':
    'La dirección lleva a una red privada, a la que no se envía nada.',
  'There is no such server: the name is not known.':
    'No existe ese servidor: el nombre es desconocido.',
  'The name could not be looked up.': 'No se ha podido buscar el nombre.',
  'The server refused the connection.': 'El servidor rechazó la conexión.',
  'The server cut the connection.': 'El servidor cortó la conexión.',
  'The certificate of the server has expired.': 'El certificado del servidor ha caducado.',
  'The certificate of the server is signed by nobody else.':
    'El certificado del servidor no está firmado por nadie más.',
  'Somebody tried this webhook out.': 'Alguien probó este webhook.',
  'Asked for it during a call': 'Lo pidió durante una llamada',
  'Twilio refused the call ({code}): no reason given':
    'Twilio rechazó la llamada ({code}) sin dar motivo',
  'Twilio refused the call ({code}): {message}': 'Twilio rechazó la llamada ({code}): {message}',
  'Twilio could not be reached ({code}); nothing was sent.':
    'No se ha podido conectar con Twilio ({code}); no se envió nada.',
  'This conversation could not be read. Score and transcript are as they were given.':
    'Esta conversación no se ha podido analizar. La puntuación y la transcripción quedan como se recibieron.',
}
