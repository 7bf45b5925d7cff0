import type { Catalogue } from '../translator.ts'

export const firstSteps = {
  'Sample data': 'Datos de ejemplo',
  'The sample data': 'Los datos de ejemplo',
  '{visits} are samples.': '{visits} son de ejemplo.',
  '{visits} are samples, beside your own.': '{visits} son de ejemplo, junto a las suyas.',
  '{n} visits here': { one: '{n} visita', other: '{n} visitas' },
  '{n} sample visits': { one: '{n} visita de ejemplo', other: '{n} visitas de ejemplo' },
  'Remove sample data': 'Quitar los datos de ejemplo',
  'Hide this; the settings keep it': 'Ocultar este aviso; sigue en los ajustes',
  'Remove the sample data?': '¿Quitar los datos de ejemplo?',
  'Remove it': 'Quitarlos',
  '{visits} and {calls} removed.': 'Se quitaron {visits} y {calls}.',
  'Nothing was removed: {reason}': 'No se quitó nada: {reason}',
  '{visits} and {calls} go, with their cases, transcripts and recordings. What you imported or made yourself stays, and so do your schedule and your team.':
    'Se quitan {visits} y {calls}, con sus casos, transcripciones y grabaciones. Lo que usted importó o creó se queda, igual que su horario y su equipo.',
  'Put sample data in': 'Cargar datos de ejemplo',
  'Nothing was put in: {reason}': 'No se cargó nada: {reason}',
  'Three weeks of invented visits and calls, to look around with. They ring nobody, and they are counted in the figures while they are here.':
    'Tres semanas de visitas y llamadas inventadas, para que explore. No llaman a nadie, y cuentan en las cifras mientras están aquí.',
  'There are {visits} with {calls}.': 'Hay {visits} con {calls}.',
  'There is no sample data here.': 'Aquí no hay datos de ejemplo.',
  'It can be put in while there are no visits of your own, so that the two never mix.':
    'Se pueden cargar mientras no haya visitas suyas, para que no se mezclen.',
  'Your first steps': 'Sus primeros pasos',
  'In any order. Each is ticked once it is done.':
    'En cualquier orden. Cada uno se marca cuando está hecho.',
  'Set when calls may be placed': 'Decida cuándo se puede llamar',
  'Calls are placed within these hours only.': 'Solo se llama dentro de este horario.',
  'Import your visits': 'Importe sus visitas',
  'A file from your workshop is enough. Each visit gets its call.':
    'Basta un archivo de su taller. Cada visita recibe su llamada.',
  'Invite your colleagues': 'Invite a sus colegas',
  'They work with the calls, read along or present.':
    'Trabajan con las llamadas, las consultan o hacen demostraciones.',
  'Place a demo call': 'Haga una llamada de demo',
  'You hear what your customers hear, and nobody is rung.':
    'Oye lo que oyen sus clientes, y no suena ningún teléfono.',
  'Connect who dials': 'Conecte quién marca',
  'Whoever runs the server does this. Until then calls are simulated.':
    'Lo hace quien administra el servidor. Hasta entonces las llamadas son simuladas.',
  'Or look around first, with invented visits that go again in one step.':
    'O explore primero, con visitas inventadas que se quitan en un paso.',
  ', done': ', hecho',
  ', to do': ', pendiente',
  Tour: 'Recorrido',
  'Take the tour': 'Hacer el recorrido',
  'New here?': '¿Es su primera vez aquí?',
  'Show me around': 'Muéstreme',
  'No, thanks': 'No, gracias',
  'End the tour': 'Terminar el recorrido',
  '{step} of {steps}': '{step} de {steps}',
  Next: 'Siguiente',
  'Three lists that move by themselves': 'Tres listas que avanzan solas',
  'A call waits under Ready for Call, and goes on to Completed or Missed as it happens. Nothing is to be reloaded.':
    'Una llamada espera en la primera lista y pasa a completadas o perdidas en el momento. No hay que recargar nada.',
  'One click opens a call': 'Un clic abre una llamada',
  'You see what the customer said, hear it, and read why a call is not being placed now.':
    'Ve lo que dijo el cliente, lo oye y lee por qué no se llama en este momento.',
  'Always as it is now': 'Siempre al momento',
  'This mark says so, and tells you if the connection is lost and since when.':
    'Esta marca lo indica, y avisa si se pierde la conexión y desde cuándo.',
  'Visits become calls': 'Las visitas se vuelven llamadas',
  'Import the file of your workshop, or drop it anywhere on the page.':
    'Importe el archivo de su taller, o suéltelo en cualquier parte de la página.',
  'Everything else is here': 'Todo lo demás está aquí',
  'Cases that low scores opened, the figures, and the schedule that says when calls may be placed.':
    'Los casos que abrieron las puntuaciones bajas, las cifras y el horario que dice cuándo se puede llamar.',
  'Keys for everything': 'Teclas para todo',
  'Press ? for the keys, or Ctrl+K to find anything. This tour is in here, to see it again.':
    'Pulse ? para ver las teclas, o Ctrl+K para encontrar cualquier cosa. Este recorrido está aquí, para repetirlo.',
  'More places': 'Más lugares',
  ', you are at {place}': ', está en {place}',
  'Keep it|the sample data': 'Conservarlos',
  'Back|a step': 'Atrás',
} as const satisfies Catalogue
