import type { Catalogue } from '../translator.ts'

/** What lists say while they are empty, beyond their titles. */
export const nothingYet = {
  'See who waits for a call': 'Ver quién espera una llamada',
  'Hear a demo call': 'Oír una llamada de demo',
  'Show open cases': 'Mostrar los casos abiertos',
  'No figures yet': 'Aún no hay cifras',
  'The score, its trend, what is praised and what is blamed appear here once customers have answered their calls.':
    'La puntuación, su tendencia, lo que se elogia y lo que se critica aparecen aquí cuando los clientes han contestado sus llamadas.',
  'Make the first one': 'Crear la primera',
  'Clear the search': 'Borrar la búsqueda',
  'Give an address above, and it is listed here with all that was sent there.':
    'Indique arriba una dirección y aparecerá aquí, con todo lo que se le envió.',
  'Make one above: it is listed here, with when it was last used.':
    'Cree una arriba: aparecerá aquí, con la última vez que se usó.',
  'You are alone here so far. Whom you invite above appears here.':
    'Por ahora está usted solo. Aquí aparecerá a quien invite arriba.',
  'Nothing was imported yet. Imports are listed here, and can be taken back.':
    'Aún no se ha importado nada. Las importaciones aparecen aquí y se pueden deshacer.',
} as const satisfies Catalogue
