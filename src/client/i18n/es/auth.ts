import type { Catalogue } from '../translator.ts'

export const auth = {
  'New here? {foundIt}': '¿Es nuevo aquí? {foundIt}',
  'Found your organization': 'Cree su organización',
} as const satisfies Catalogue
