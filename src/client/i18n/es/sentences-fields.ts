import type { Sentences } from '../translator.ts'

/** What is wrong with something that was filled in. */
export const fields: Sentences = {
  'Write a name.': 'Escriba un nombre.',
  'Write your name.': 'Escriba su nombre.',
  'Write a name of at most 100 characters.': 'Escriba un nombre de 100 caracteres como máximo.',
  'Write a name, like the program that will use the key.':
    'Escriba un nombre, como el del programa que usará la clave.',
  'Choose at least one thing that the key may do.':
    'Elija al menos una cosa que la clave pueda hacer.',
  'Choose a password of at least 10 characters.': 'Elija una contraseña de 10 caracteres o más.',
  'Choose a password of at most 128 characters.':
    'Elija una contraseña de 128 caracteres como máximo.',
  'Write an e-mail address, like robin@example.com.':
    'Escriba un correo electrónico, como robin@example.com.',
  'Write your password.': 'Escriba su contraseña.',
  'Write a password.': 'Escriba una contraseña.',
  'Write your current password.': 'Escriba su contraseña actual.',
  'Write at most 5,000 characters.': 'Escriba 5000 caracteres como máximo.',
  'Give the year as a whole number from 1900 to 2099.':
    'Indique el año como un número entero de 1900 a 2099.',
  'A tag needs a word.': 'Una etiqueta necesita una palabra.',
  'A tag has at most 50 characters.': 'Una etiqueta tiene 50 caracteres como máximo.',
  'Give at most 30 tags.': 'Ponga 30 etiquetas como máximo.',
  'Name at least one call.': 'Indique al menos una llamada.',
  'Name at most {n} calls at a time.': 'Indique {n} llamadas a la vez como máximo.',
  'Give an id in the form of a UUID.': 'Indique un identificador en forma de UUID.',
  'Give a date and time with its zone, like 2026-11-20T17:30:00Z.':
    'Indique fecha y hora con su zona, como 2026-11-20T17:30:00Z.',
  'Give at most nine decimals of a second.': 'Indique nueve decimales de segundo como máximo.',
  'Give a year from 1900 to 2199.': 'Indique un año entre 1900 y 2199.',
  'Give a date like 2026-11-20.': 'Indique una fecha como 2026-11-20.',
  'The last day cannot lie before the first one.':
    'El último día no puede ser anterior al primero.',
  'Choose a weekday from 0 (Sunday) to 6 (Saturday).':
    'Elija un día de la semana, de 0 (domingo) a 6 (sábado).',
  'Choose at most {n} days.': 'Elija {n} días como máximo.',
  'Give the campaign a name.': 'Dé un nombre a la campaña.',
  'A name has at most 100 characters.': 'Un nombre tiene 100 caracteres como máximo.',
  'Name the view.': 'Ponga nombre a la vista.',
  'Write a name of at most {n} characters.': 'Escriba un nombre de {n} caracteres como máximo.',
  'Give at most 40 widths.': 'Indique 40 anchos como máximo.',
  'Name at least one visit.': 'Indique al menos una visita.',
  'Name at most 5,000 visits at a time.': 'Indique 5000 visitas a la vez como máximo.',
  'Name the visits by their ids, or give the time in which they ended.':
    'Indique las visitas por su identificador o el plazo en que terminaron.',
  'Choose one of these languages: {languages}': 'Elija uno de estos idiomas: {languages}',
  'Choose a whole score from 0 to 10, or null.': 'Elija una puntuación entera de 0 a 10, o null.',
  'Say what was done for the customer.': 'Diga qué se hizo por el cliente.',
  'Say it in at most 2000 characters.': 'Dígalo en 2000 caracteres como máximo.',
  'Write the phone number of the customer.': 'Escriba el teléfono del cliente.',
  'This is longer than a phone number.': 'Esto es más largo que un teléfono.',
  'Give the customer a name.': 'Dé un nombre al cliente.',
  'Say why, for those who come after you.': 'Diga por qué, para quienes vengan después.',
  'A reason has at most 500 characters.': 'Un motivo tiene 500 caracteres como máximo.',
  'Give a phone number.': 'Indique un teléfono.',
  'Write a whole number of days.': 'Escriba un número entero de días.',
  'Keep customers for at least 30 days.': 'Conserve los clientes al menos 30 días.',
  'Keep customers for at most 3650 days, or for ever.':
    'Conserve los clientes 3650 días como máximo, o para siempre.',
  'This time zone is not known; use a name like America/New_York.':
    'No se conoce esta zona horaria; use un nombre como America/New_York.',
  'Choose what happens next: {news}.': 'Elija qué pasa ahora: {news}.',
  'Choose a language that calls can be held in: {languages}':
    'Elija un idioma en que se pueda llamar: {languages}',
  'An address has at most 1000 characters.': 'Una dirección tiene 1000 caracteres como máximo.',
  'Write the whole address, like https://example.com/ringback.':
    'Escriba la dirección completa, como https://example.com/ringback.',
  'Leave name and password out of the address: the signature says who is calling.':
    'No ponga nombre ni contraseña en la dirección: la firma dice quién llama.',
  'Choose at least one event.': 'Elija al menos un suceso.',
  'Write the country as two capital letters, such as US':
    'Escriba el país con dos mayúsculas, como US',
  'Write the state as its short code, such as NY': 'Escriba el estado con su código corto, como NY',
  'Keys are 0 to 9, * and #': 'Las teclas son del 0 al 9, * y #',
  'Invalid input: expected {expected}, received undefined':
    'Falta este dato: se esperaba {expected}',
  'Invalid input: expected {expected}, received {received}':
    'Dato no válido: se esperaba {expected} y llegó {received}',
  'Invalid input: expected {expected}': 'Dato no válido: se esperaba {expected}',
  'Invalid option: expected one of {options}': 'Opción no válida: elija una de {options}',
  'Too big: expected string to have <={n} characters':
    'Demasiado largo: {n} caracteres como máximo',
  'Too big: expected array to have <={n} items': 'Demasiados: {n} como máximo',
  'Too big: expected number to be <={n}': 'Demasiado grande: {n} como máximo',
  'Too big: expected int to be <={n}': 'Demasiado grande: {n} como máximo',
  'Too big: expected number to be <{n}': 'Demasiado grande: menos de {n}',
  'Too big: expected int to be <{n}': 'Demasiado grande: menos de {n}',
  'Too small: expected string to have >={n} characters':
    'Demasiado corto: {n} caracteres como mínimo',
  'Too small: expected array to have >={n} items': 'Demasiado pocos: {n} como mínimo',
  'Too small: expected number to be >={n}': 'Demasiado pequeño: {n} como mínimo',
  'Too small: expected int to be >={n}': 'Demasiado pequeño: {n} como mínimo',
  'Too small: expected number to be >{n}': 'Demasiado pequeño: más de {n}',
  'Too small: expected int to be >{n}': 'Demasiado pequeño: más de {n}',
  'Invalid string: must match pattern {pattern}':
    'Texto no válido: debe seguir el patrón {pattern}',
  'Invalid string: must start with {start}': 'Texto no válido: debe empezar por {start}',
  'Invalid number: must be a multiple of {n}': 'Número no válido: debe ser múltiplo de {n}',
  'Unrecognized key: {key}': 'Campo desconocido: {key}',
  'Unrecognized keys: {keys}': 'Campos desconocidos: {keys}',
  'Invalid input: more than one option matched': 'Dato no válido',
  'Invalid input': 'Dato no válido',
  'Invalid email address': 'Correo electrónico no válido',
  'Invalid URL': 'Dirección no válida',
  'Invalid UUID': 'UUID no válido',
  'Invalid ISO date': 'Fecha no válida',
  'Invalid ISO datetime': 'Fecha y hora no válidas',
  'Invalid {format}': '{format} no válido',
  string: 'texto',
  number: 'un número',
  int: 'un número entero',
  boolean: 'sí o no',
  array: 'una lista',
  object: 'un conjunto de campos',
  null: 'nada',
  undefined: 'nada',
}
