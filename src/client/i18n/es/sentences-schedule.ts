import type { Sentences } from '../translator.ts'

/** What is wrong with a schedule, and what differs between two. */
export const schedule: Sentences = {
  '{day}: write the start as HH:MM, from 00:00 to 23:59, for example 09:00':
    '{day}: escriba el inicio como HH:MM, de 00:00 a 23:59, por ejemplo 09:00',
  '{day}: write the end as HH:MM, from 00:00 to 24:00, for example 18:00':
    '{day}: escriba el final como HH:MM, de 00:00 a 24:00, por ejemplo 18:00',
  '{day}: use at most 12 windows': '{day}: use 12 franjas como máximo',
  'Quiet hours: write the start as HH:MM, from 00:00 to 23:59, for example {time}':
    'Horas de descanso: escriba el inicio como HH:MM, de 00:00 a 23:59, por ejemplo {time}',
  'Quiet hours: write the end as HH:MM, from 00:00 to 23:59, for example {time}':
    'Horas de descanso: escriba el final como HH:MM, de 00:00 a 23:59, por ejemplo {time}',
  '{outcome}: a delay in minutes must be a whole number from {min} to {max}':
    '{outcome}: un plazo en minutos debe ser un número entero de {min} a {max}',
  '{outcome}: give at most 10 delays': '{outcome}: ponga 10 plazos como máximo',
  '{outcome}: delay {n} must be longer than the one before ({time})':
    '{outcome}: el plazo {n} debe ser más largo que el anterior ({time})',
  '{outcome}: delay {n} must be shorter than the expiry ({time})':
    '{outcome}: el plazo {n} debe ser más corto que la caducidad ({time})',
  '{day}: the window {window} has no length; end it after {start}, or use 00:00–24:00 for the whole day':
    '{day}: la franja {window} no dura nada; termínela después de las {start} o use 00:00–24:00 para todo el día',
  '{day}: the window {window} overlaps {other}; start it at {time} or later, or shorten the other':
    '{day}: la franja {window} se solapa con {other}; empiécela a las {time} o más tarde, o acorte la otra',
  'Quiet hours {hours} have no length; end them at another time':
    'Las horas de descanso {hours} no duran nada; termínelas a otra hora',
  'The delay after service must be shorter than the expiry ({time})':
    'La espera tras el servicio debe ser más corta que la caducidad ({time})',
  '"{zone}" is not a known time zone; use a name such as America/New_York':
    '«{zone}» no es una zona horaria conocida; use un nombre como America/New_York',
  'Write a blocked date as YYYY-MM-DD, for example 2026-12-24':
    'Escriba una fecha bloqueada como AAAA-MM-DD, por ejemplo 2026-12-24',
  'Use at most 1000 blocked dates': 'Use 1000 fechas bloqueadas como máximo',
  'Write the country as two capital letters, such as US':
    'Escriba el país con dos mayúsculas, como US',
  'Write the state as its short code, such as NY': 'Escriba el estado con su código corto, como NY',
  'The delay after service must be whole minutes, and at most 30 days':
    'La espera tras el servicio debe ser de minutos enteros y de 30 días como máximo',
  'The expiry must be whole hours, from 1 hour to 90 days':
    'La caducidad debe ser de horas enteras, de 1 hora a 90 días',
  'The share of failures must be from 0.05 to 1': 'La proporción de fallos debe ser de 0,05 a 1',
  '{number} must be a whole number from {min} to {max}':
    '{number}: un número entero de {min} a {max}',
  'The number of attempts': 'El número de intentos',
  'The number of calls at a time': 'El número de llamadas a la vez',
  'The number of calls per minute': 'El número de llamadas por minuto',
  'The days between calls to a number': 'Los días entre llamadas a un número',
  'The ring timeout, in seconds,': 'El tiempo de timbre, en segundos',
  'The least number of attempts': 'El número mínimo de intentos',
  'The minutes looked back on': 'Los minutos que se consideran',
  'The number of repeats': 'El número de repeticiones',
  'The wait for a short answer, in seconds,': 'La espera de una respuesta corta, en segundos',
  'The wait for an answer in own words, in seconds,':
    'La espera de una respuesta libre, en segundos',
  Paused: 'En pausa',
  'Time zone': 'Zona horaria',
  'Blocked dates': 'Fechas bloqueadas',
  'Public holidays': 'Festivos',
  'Quiet hours': 'Horas de descanso',
  'Delay after service': 'Espera tras el servicio',
  Expiry: 'Caducidad',
  'After no answer': 'Si no contestan',
  'After busy': 'Si comunica',
  'After voicemail': 'Tras el buzón de voz',
  'After a rejected call': 'Si rechazan la llamada',
  'After a provider error': 'Tras un error del operador',
  Attempts: 'Intentos',
  'Calls at a time': 'Llamadas a la vez',
  'Calls per minute': 'Llamadas por minuto',
  'Days between calls to a number': 'Días entre llamadas a un número',
  'Ring time': 'Tiempo de timbre',
  'Automatic pause': 'Pausa automática',
  '{share} % of at least {n} attempts in {time}': '{share} % de al menos {n} intentos en {time}',
  'never again': 'nunca más',
  none: 'ninguno',
  closed: 'cerrado',
  yes: 'sí',
  no: 'no',
}
