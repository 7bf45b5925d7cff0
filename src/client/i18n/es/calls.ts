import type { Catalogue } from '../translator.ts'

export const calls = {
  '{n} calls': { one: '{n} llamada', other: '{n} llamadas' },
  Held: 'Retenidas',
  'What is on the line has to end first.': 'Lo que está en curso tiene que terminar primero.',
  'Answered calls have nothing left to place.':
    'En las llamadas contestadas ya no queda nada por marcar.',
  'Ready calls are placed by themselves; only missed ones are retried.':
    'Las llamadas listas se hacen solas; solo se reintentan las perdidas.',
  'Nothing is left to do with calls that are over.':
    'Con las llamadas que terminaron ya no hay nada que hacer.',
} as const satisfies Catalogue
