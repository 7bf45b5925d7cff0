import { t } from '../i18n/t.ts'
/** `npsScore` as "Nps score". */
export function fieldWords(name: string): string {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A value of the log on one line; what is nested stays JSON. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? t('yes') : t('no')
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) {
    return value.join(', ') || '–'
  }
  return JSON.stringify(value)
}
