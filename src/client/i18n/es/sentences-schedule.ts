/** What is said of a schedule: its parts, its problems, and what a change to it would do. */
export const scheduleSentences: Readonly<Record<string, string>> = {
  // The parts of a schedule, as its history names them.
  Paused: 'En pausa',
  'Time zone': 'Zona horaria',
  'Blocked dates': 'Fechas bloqueadas',
  'Public holidays': 'Festivos',
  'Quiet hours': 'Horas de descanso',
  'Delay after service': 'Espera tras el servicio',
  Expiry: 'Caducidad',
  'After no answer': 'Si no contestan',
  'After busy': 'Si está ocupado',
  'After voicemail': 'Si salta el buzón de voz',
  'After a rejected call': 'Si rechazan la llamada',
  'After a provider error': 'Si falla el proveedor',
  Attempts: 'Intentos',
  'Calls at a time': 'Llamadas a la vez',
  'Calls per minute': 'Llamadas por minuto',
  'Days between calls to a number': 'Días entre llamadas a un número',
  'Ring time': 'Tiempo de llamada',
  'Automatic pause': 'Pausa automática',
  yes: 'sí',
  no: 'no',
  none: 'ninguno',
  closed: 'cerrado',
  'never again': 'nunca más',
  '{share} % of at least {n} attempts in {length}':
    '{share} % de al menos {n} intentos en {length}',

  // What keeps it from being saved.
  '{day}: the window {window} has no length; end it after {time}, or use 00:00–24:00 for the whole day':
    'La franja {window} del {day} no dura nada; termínela después de las {time}, o use 00:00–24:00 para todo el día',
  '{day}: the window {window} overlaps {other} of {otherDay}; start it at {time} or later, or shorten the other':
    'La franja {window} del {day} se solapa con {other} del {otherDay}; empiécela a las {time} o más tarde, o acorte la otra',
  '{day}: the window {window} overlaps {other}; start it at {time} or later, or shorten the other':
    'La franja {window} del {day} se solapa con {other}; empiécela a las {time} o más tarde, o acorte la otra',
  'Quiet hours: write the start as HH:MM, from 00:00 to 23:59, for example {example}':
    'Escriba el inicio de las horas de descanso como HH:MM, de 00:00 a 23:59, por ejemplo {example}',
  'Quiet hours: write the end as HH:MM, from 00:00 to 23:59, for example {example}':
    'Escriba el fin de las horas de descanso como HH:MM, de 00:00 a 23:59, por ejemplo {example}',
  '"{zone}" is not a known time zone; use a name such as America/New_York':
    '«{zone}» no es una zona horaria conocida; use un nombre como America/New_York',
  '{day}: write the start as HH:MM, from 00:00 to 23:59, for example 09:00':
    'Escriba el inicio del {day} como HH:MM, de 00:00 a 23:59, por ejemplo 09:00',
  '{day}: write the end as HH:MM, from 00:00 to 24:00, for example 18:00':
    'Escriba el fin del {day} como HH:MM, de 00:00 a 24:00, por ejemplo 18:00',
  '{day}: use at most 12 windows': 'Use como máximo 12 franjas el {day}',
  'Quiet hours {hours} have no length; end them at another time':
    'Las horas de descanso {hours} no duran nada; termínelas a otra hora',
  'The delay after service must be shorter than the expiry ({length})':
    'La espera tras el servicio debe ser más corta que la caducidad ({length})',
  'The delay after service must be whole minutes, and at most 30 days':
    'La espera tras el servicio debe ser de minutos enteros y 30 días como máximo',
  'The expiry must be whole hours, from 1 hour to 90 days':
    'La caducidad debe ser de horas enteras, de 1 hora a 90 días',
  '{outcome}: delay {n} must be longer than the one before ({length})':
    '{outcome}: la espera {n} debe ser más larga que la anterior ({length})',
  '{outcome}: delay {n} must be shorter than the expiry ({length})':
    '{outcome}: la espera {n} debe ser más corta que la caducidad ({length})',
  '{outcome}: give at most 10 delays': '{outcome}: indique como máximo 10 esperas',
  'Use at most 1000 blocked dates': 'Use como máximo 1000 fechas bloqueadas',
  'Write a blocked date as YYYY-MM-DD, for example 2026-12-24':
    'Escriba cada fecha bloqueada como AAAA-MM-DD, por ejemplo 2026-12-24',
  '{number} must be a whole number from {least} to {most}':
    '{number} debe ser un número entero de {least} a {most}',
  '{outcome}: a delay in minutes': '{outcome}: una espera en minutos',
  'The number of attempts': 'El número de intentos',
  'The number of calls at a time': 'El número de llamadas a la vez',
  'The number of calls per minute': 'El número de llamadas por minuto',
  'The days between calls to a number': 'La cantidad de días entre llamadas a un número',
  'The ring timeout, in seconds,': 'El tiempo de llamada, en segundos,',
  'The least number of attempts': 'El mínimo de intentos',
  'The minutes looked back on': 'La cantidad de minutos que se miran',
  'The share of failures must be from 0.05 to 1': 'La proporción de fallos debe ser de 0,05 a 1',

  // Whom a schedule never reaches.
  'No window opens in the next {n} days': 'No se abre ninguna franja en los próximos {n} días',
  'Whenever a window is open in {place}, it is quiet hours {start}–{end} in {other}, where the customer may be':
    'Cuando hay una franja abierta en {place}, son horas de descanso ({start}–{end}) en {other}, donde puede estar el cliente',
  'Whenever a window is open in {place}, it is quiet hours {start}–{end} in {other}':
    'Cuando hay una franja abierta en {place}, son horas de descanso ({start}–{end}) en {other}',
  'Whenever a window is open, it is quiet hours {start}–{end} in one of the {n} time zones in which the customer may be':
    'Cuando hay una franja abierta, son horas de descanso ({start}–{end}) en una de las {n} zonas horarias en que puede estar el cliente',

  // Refusals, and what a role may not.
  'Somebody saved another schedule meanwhile. Look at the newest one and try again.':
    'Entretanto alguien guardó otro horario. Mire el más reciente y vuelva a intentarlo.',
  'There is no version of this number.': 'No hay ninguna versión con ese número.',
  'pause and resume calling': 'pausar y reanudar las llamadas',
  'change these rules': 'cambiar estas reglas',
}
