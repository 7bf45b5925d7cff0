import type { Catalogue } from '../translator.ts'

export const cases = {
  'A low score opens a case. It closes with what was done for the customer.':
    'Una puntuación baja abre un caso. Se cierra con lo que se hizo por el cliente.',
  'The cases': 'los casos',
  'Which cases': 'Qué casos',
  'Open|cases': 'Abiertos',
  Mine: 'Míos',
  'Closed|cases': 'Cerrados',
  'Export CSV': 'Exportar CSV',
  'Open cases, by due date': 'Casos abiertos, por fecha límite',
  'Closed cases': 'Casos cerrados',
  'No case is open': 'No hay casos abiertos',
  'When a customer gives 0 to 6 of 10, a case opens here by itself.':
    'Cuando un cliente da de 0 a 6 sobre 10, aquí se abre un caso por sí solo.',
  'No open case is yours': 'Ningún caso abierto es suyo',
  'Take one from the open cases, or wait until one is handed to you.':
    'Tome uno de los abiertos, o espere a que le pasen alguno.',
  'No case was closed yet': 'Aún no se ha cerrado ningún caso',
  'A case is closed with a few words on what was done for the customer.':
    'Un caso se cierra con unas palabras sobre lo que se hizo por el cliente.',
  Figures: 'Cifras',
  'Overdue|cases': 'Vencidos',
  'Nobody’s yet': 'Aún de nadie',
  'Median time to close, of {n} in {days} days':
    'Mediana hasta el cierre, de {n} en {days} días',
  '{n} open': '{n} abiertos',
  '{n} open, {overdue} overdue': '{n} abiertos, {overdue} vencidos',
  'Done:': 'Hecho:',
  'Take it': 'Tomarlo',
  'Take the case of {name}': 'Tomar el caso de {name}',
  'Hand over': 'Pasar',
  'Hand over the case of {name}': 'Pasar el caso de {name}',
  'To me': 'A mí',
  'To nobody': 'A nadie',
  'The case stayed where it was': 'El caso se quedó donde estaba',
  'Close the case': 'Cerrar el caso',
  'Close the case of {name}': 'Cerrar el caso de {name}',
  'What was done?': '¿Qué se hizo?',
  'Called back, apologised for the wait, next service at half price':
    'Le llamamos, pedimos disculpas por la espera, próximo servicio a mitad de precio',
  'Not closed: {reason}': 'No se cerró: {reason}',
  'The case of {name} is closed.': 'El caso de {name} está cerrado.',
  '{name} gave {score} of 10': '{name} dio {score} de 10',
  'A case for you, due {when}.': 'Un caso para usted, vence {when}.',
  'A case for anyone, due {when}.': 'Un caso para quien lo tome, vence {when}.',
  'See the open cases': 'Ver los casos abiertos',
} as const satisfies Catalogue
