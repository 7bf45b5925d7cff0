import type { Catalogue } from '../translator.ts'

export const calls = {
  '{n} calls': { one: '{n} llamada', other: '{n} llamadas' },
} as const satisfies Catalogue
