import { ofServer, t } from '../i18n/t.ts'
/** `feedbackSummary` as "Feedback summary", `npsScore` as "NPS score". */
export function fieldWords(name: string): string {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
  const sentence = words.charAt(0).toUpperCase() + words.slice(1)
  return ofServer(sentence.replace(/^Nps /, 'NPS '))
}

/** A value of the log on one line; what is nested stays JSON. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  // A code, such as `no_answer`; what a person wrote stays as it is.
  if (typeof value === 'string') return /^[a-z_]+$/.test(value) ? ofServer(value) : value
  if (typeof value === 'boolean') return value ? t('yes') : t('no')
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) {
    return value.join(', ') || '–'
  }
  return JSON.stringify(value)
}
