import type { Catalogue } from '../translator.ts'

export const caseDue = {
  'Due {when} now.': 'Ahora vence {when}.',
  'The case is due as before': 'El caso vence como antes',
  'Give the case of {name} more time': 'Dar más tiempo al caso de {name}',
  'More time': 'Más tiempo',
  'One day more': 'Un día más',
  'Three days more': 'Tres días más',
  'A week more': 'Una semana más',
} as const satisfies Catalogue
