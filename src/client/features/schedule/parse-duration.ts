import { t } from '../../i18n/t.ts'

const UNIT_MINUTES = { min: 1, h: 60, d: 1440, w: 10_080 } as const

const unitNames: Record<keyof typeof UNIT_MINUTES, readonly string[]> = {
  min: ['m', 'min', 'mins', 'minute', 'minutes', 'minuto', 'minutos'],
  h: ['h', 'hr', 'hrs', 'hour', 'hours', 'hora', 'horas'],
  d: ['d', 'day', 'days', 'día', 'días', 'dia', 'dias'],
  w: ['w', 'week', 'weeks', 'semana', 'semanas'],
}

const minutesByName = new Map(
  (['min', 'h', 'd', 'w'] as const).flatMap((unit) =>
    unitNames[unit].map((name) => [name, UNIT_MINUTES[unit]] as const),
  ),
)

/**
 * Minutes from words such as `15 min`, `2h`, `1 h 30 min`, `1.5 hours`, `2 días`, `next day`; a bare
 * number is minutes. Null for anything else, and for what is not a whole number of minutes above zero.
 */
export function parseDuration(words: string): number | null {
  const text = words.trim().toLowerCase()
  if (text === t('next day') || /^(a|next) day$/.test(text)) return UNIT_MINUTES.d
  if (/^\d+$/.test(text)) return positive(Number(text))
  if (!/^(\d+([.,]\d+)?\s*\p{L}+\s*)+$/u.test(text)) return null
  let minutes = 0
  for (const [, amount = '', name = ''] of text.matchAll(/(\d+(?:[.,]\d+)?)\s*(\p{L}+)/gu)) {
    const unit = minutesByName.get(name)
    if (!unit) return null
    minutes += Number(amount.replace(',', '.')) * unit
  }
  return positive(minutes)
}

const positive = (minutes: number) =>
  Number.isSafeInteger(minutes) && minutes > 0 ? minutes : null
