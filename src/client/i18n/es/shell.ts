import type { Catalogue } from '../translator.ts'

export const shell = {
  'Skip to content': 'Saltar al contenido',
  'Nothing like this can be done here': 'Aquí no se puede hacer nada parecido',
  'Go to a page, or do something': 'Vaya a una página o haga algo',
  'Find a command': 'Buscar una acción',
  Commands: 'Acciones',
  Keys: 'Teclas',
  'Single keys': 'Teclas sueltas',
  'Off: only Ctrl+K and the keys within the table work.':
    'Desactivadas: solo funcionan Ctrl+K y las teclas de la tabla.',
  'None of them works while you type in a field.': 'Ninguna funciona mientras escribe en un campo.',
  'Go to': 'Ir a',
  Help: 'Ayuda',
  'Find anything you can do': 'Buscar todo lo que puede hacer',
  'Show all keys': 'Mostrar todas las teclas',
  'Opening Ringback': 'Abriendo Ringback',
  'This page could not be shown': 'No se ha podido mostrar esta página',
  'Nothing is lost. If trying again does not help, reload the page.':
    'No se ha perdido nada. Si intentarlo de nuevo no basta, recargue la página.',
  'There is no such page': 'Esta página no existe',
  'The address may be old or cut short.': 'Puede que la dirección sea antigua o esté incompleta.',
  'Go to the calls': 'Ir a las llamadas',
  'Calling stopped by itself {when}. {reason}': 'Las llamadas se detuvieron solas {when}. {reason}',
  'Go on calling': 'Seguir llamando',
  'Calling is paused: no call goes out.': 'Las llamadas están en pausa: no sale ninguna.',
  'It did not go on: {problem}': 'No se han reanudado: {problem}',
  'Simulated calls: nobody’s phone rings': 'Llamadas simuladas: no suena ningún teléfono',
  'Simulated calls at {speed}× speed: nobody’s phone rings':
    'Llamadas simuladas a velocidad ×{speed}: no suena ningún teléfono',
  Main: 'Principal',
  'This page is not open to you': 'Esta página no está abierta para usted',
  'Ask one of them if you need it.': 'Pídaselo a alguno de ellos si lo necesita.',
  'Go to your start page': 'Ir a su página de inicio',
  'Your account': 'Su cuenta',
  Team: 'Equipo',
  'API keys': 'Claves de API',
} as const satisfies Catalogue
