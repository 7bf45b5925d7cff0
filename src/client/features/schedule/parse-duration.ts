const UNIT_MINUTES = { min: 1, h: 60, d: 1440, w: 10_080 } as const

const UNITS: Record<string, keyof typeof UNIT_MINUTES> = {
  m: 'min',
  min: 'min',
  mins: 'min',
  minute: 'min',
  minutes: 'min',
  h: 'h',
  hr: 'h',
  hrs: 'h',
  hour: 'h',
  hours: 'h',
  d: 'd',
  day: 'd',
  days: 'd',
  w: 'w',
  week: 'w',
  weeks: 'w',
}

/**
 * Minutes from words such as `15 min`, `2h`, `1 h 30 min`, `1.5 hours`, `next day`; a bare number
 * is minutes. Null for anything else, and for what is not a whole number of minutes above zero.
 */
export function parseDuration(words: string): number | null {
  const text = words.trim().toLowerCase()
  if (text === 'next day' || text === 'a day') return UNIT_MINUTES.d
  if (/^\d+$/.test(text)) return positive(Number(text))
  if (!/^(\d+([.,]\d+)?\s*[a-z]+\s*)+$/.test(text)) return null
  let minutes = 0
  for (const [, amount = '', unitWord = ''] of text.matchAll(/(\d+(?:[.,]\d+)?)\s*([a-z]+)/g)) {
    const unit = UNITS[unitWord]
    if (!unit) return null
    minutes += Number(amount.replace(',', '.')) * UNIT_MINUTES[unit]
  }
  return positive(minutes)
}

const positive = (minutes: number) =>
  Number.isSafeInteger(minutes) && minutes > 0 ? minutes : null
