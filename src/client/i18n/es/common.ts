import type { Catalogue } from '../translator.ts'

/** Words that several rooms of the page share; each text stands in one file only. */
export const common = {
  Add: 'Añadir',
  Back: 'Volver',
  Cancel: 'Cancelar',
  From: 'Desde',
  'Loading…': 'Cargando…',
  Pause: 'Pausar',
  'Show fewer': 'Mostrar menos',
  'Try again': 'Reintentar',
  Until: 'Hasta',
  'Your changes are not saved yet.': 'Sus cambios aún no están guardados.',
} as const satisfies Catalogue
