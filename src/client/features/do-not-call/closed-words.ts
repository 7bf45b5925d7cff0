import { plural, t } from '../../i18n/t.ts'
/** What became of the calls that waited for a number. */
export function closedWords(canceledCalls: number): string {
  if (canceledCalls === 0) return t('No call was waiting for it.')
  return plural(canceledCalls, 'Its waiting call was closed.', 'Its {n} waiting calls were closed.')
}
