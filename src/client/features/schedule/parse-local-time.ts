/**
 * `HH:MM` from what people type: `9`, `930`, `9:30`, `09.30`, `9pm`, `12 am`, `9 p. m.`, `24:00`.
 * Null for what is no time of day.
 */
export function parseLocalTime(words: string): string | null {
  const text = words
    .trim()
    .toLowerCase()
    .replace(/([ap])\.\s*m\.?$/, '$1m')
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(am|pm|a|p)?$/.exec(text)
  if (!match) return null
  const [, hourDigits = '', minuteDigits = '0', half] = match
  const minute = Number(minuteDigits)
  let hour = Number(hourDigits)
  if (half) {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (half.startsWith('p') ? 12 : 0)
  }
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
