import type { Sentences } from '../translator.ts'

/** Why a call may be placed, or waits. */
export const gates: Sentences = {
  'Calling is paused': 'Las llamadas están en pausa',
  'Calling is on': 'Las llamadas están activas',
  'Calls get through to the telephone network': 'Las llamadas llegan a la red telefónica',
  'Paused by itself {since}, after too many technical failures':
    'En pausa automática desde {since}, tras demasiados fallos técnicos',
  'Not part of a campaign': 'No es de ninguna campaña',
  'Ready to be called': 'Pendiente de llamar',
  'The call is being placed': 'Se está marcando',
  'The phone is ringing': 'El teléfono está sonando',
  'The customer is on the line': 'El cliente está al teléfono',
  'The call is completed': 'La llamada está completada',
  'The call was canceled': 'La llamada se canceló',
  'It is unknown how the last attempt ended; a person has to decide':
    'No se sabe cómo acabó el último intento; tiene que decidirlo una persona',
  'The last attempt was missed; another is planned':
    'El último intento fue una llamada perdida; hay otro previsto',
  'The last attempt was failed; another is planned': 'El último intento falló; hay otro previsto',
  'The last attempt was missed and no other is planned':
    'El último intento fue una llamada perdida y no hay otro previsto',
  'The last attempt was failed and no other is planned':
    'El último intento falló y no hay otro previsto',
  'The schedule makes no other try after {outcome}':
    'El horario no hace otro intento tras: {outcome}',
  'Attempt {n} of {total}': 'Intento {n} de {total}',
  'One more attempt was asked for, or a pause stopped the last one':
    'Se pidió un intento más, o una pausa detuvo el último',
  'The only attempt is used': 'El único intento está agotado',
  'All {n} attempts are used': 'Los {n} intentos están agotados',
  'The number is on the do-not-call list': 'El número está en la lista de no llamar',
  'The number is not on the do-not-call list': 'El número no está en la lista de no llamar',
  'No time zone is known; held until one is set':
    'No se conoce la zona horaria; queda retenida hasta que se indique',
  'The customer is in the time zone of {place}': 'El cliente está en la zona horaria de {place}',
  'The customer may be in {n} time zones; all must allow it':
    'El cliente puede estar en {n} zonas horarias; todas deben permitirlo',
  'No time is set for the next try': 'No hay hora para el próximo intento',
  'Due since {when}': 'Prevista desde {when}',
  'Due {when}': 'Prevista {when}',
  'No delay after service is set': 'No hay espera tras el servicio',
  'No service whose end would have to be waited for':
    'No hay un servicio cuyo final haya que esperar',
  'The {delay} after the service are over': 'El plazo de {delay} tras el servicio ha pasado',
  '{delay} after the service end {when}': 'El plazo de {delay} tras el servicio termina {when}',
  'Does not expire': 'No caduca',
  'Expired {when}': 'Caducó {when}',
  'Expires {when}': 'Caduca {when}',
  'Always open': 'Siempre abierto',
  'Open until {when}': 'Abierto hasta {when}',
  'Closed until {when}': 'Cerrado hasta {when}',
  'A manager allowed this call outside the windows':
    'Un gerente permitió esta llamada fuera de las franjas',
  'The window began on {day}, a blocked date': 'La franja empezó el {day}, una fecha bloqueada',
  'The window began on {day}, a holiday: {holiday}':
    'La franja empezó el {day}, un festivo: {holiday}',
  'The window began on {day}': 'La franja empezó el {day}',
  'Cannot be checked without a time zone': 'No se puede comprobar sin zona horaria',
  "Outside the customer's quiet hours {hours}":
    'Fuera de las horas de descanso del cliente, {hours}',
  'The number was called {last}; again from {free}':
    'Se llamó al número {last}; se puede de nuevo desde {free}',
  'Another call to this number is on the line': 'Hay otra llamada a este número en curso',
  'No other call was placed to this number': 'No se ha hecho otra llamada a este número',
  'The number was last called {when}': 'La última llamada al número fue {when}',
  '{n} of {total} calls at a time are active': '{n} de {total} llamadas simultáneas activas',
  '{campaign}: all calls that it may have at a time are active':
    '{campaign}: todas las llamadas simultáneas que puede tener están activas',
  '{n} of {total} calls placed in the last minute':
    '{n} de {total} llamadas hechas en el último minuto',
  'Not asked of a demo call': 'No se exige a una llamada de demo',
  'Demo calls run on the simulator only': 'Las llamadas de demo solo funcionan en el simulador',
  '{day} is not blocked': 'El {day} no está bloqueado',
  '{day} is a holiday: {holiday}': 'El {day} es festivo: {holiday}',
  '{day} is a blocked date': 'El {day} es una fecha bloqueada',
  '{campaign} ended {when}': '{campaign} terminó {when}',
  '{campaign} is paused': '{campaign} está en pausa',
  '{campaign} starts {when}': '{campaign} empieza {when}',
  '{campaign} is running': '{campaign} está en marcha',
  '{failed} of the last {total} calls in {time} failed for technical reasons, fewer than the {least} it takes to tell':
    '{failed} de las últimas {total} llamadas en {time} fallaron por motivos técnicos, menos de las {least} necesarias para decidir',
  '{failed} of the last {total} calls in {time} failed for technical reasons, {n} of them answered without a word from us: the provider may not reach this server':
    '{failed} de las últimas {total} llamadas en {time} fallaron por motivos técnicos, {n} de ellas contestadas sin que se dijera nada: puede que el proveedor no conecte con este servidor',
  '{failed} of the last {total} calls in {time} failed for technical reasons':
    '{failed} de las últimas {total} llamadas en {time} fallaron por motivos técnicos',
}

const atTimes = [
  ['It is quiet', 'es hora de descanso'],
  ['It will be quiet', 'será hora de descanso'],
  ['It is {time}', 'la hora es {time}'],
  ['It will be {time}', 'la hora será {time}'],
]
const customers = [
  ['the customer is', 'está el cliente'],
  ['the customer may be', 'puede estar el cliente'],
]
const ends = [
  ['quiet until {end}', 'descanso hasta {end}'],
  ['it is always quiet in one of the zones', 'en una de las zonas siempre es hora de descanso'],
]

/** "It is 06:20 in New York, where the customer is; quiet until today 08:00", in all its forms. */
export const quietHours: Sentences = Object.fromEntries(
  atTimes.flatMap(([time, hora]) =>
    customers.flatMap(([customer, cliente]) =>
      ends.map(([end, fin]) => [
        `${time} in {place}, where ${customer}; ${end}`,
        `En {place}, donde ${cliente}, ${hora}; ${fin}`,
      ]),
    ),
  ),
)
