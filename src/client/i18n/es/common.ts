import type { Catalogue } from '../translator.ts'

/** Words that several rooms of the page share; each text stands in one file only. */
export const common = {} as const satisfies Catalogue
