import type { Catalogue } from '../translator.ts'

export const lib = {
  yesterday: 'ayer',
  today: 'hoy',
  tomorrow: 'mañana',
  Language: 'Idioma',
} as const satisfies Catalogue
