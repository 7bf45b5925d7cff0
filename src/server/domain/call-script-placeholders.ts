import type { ConversationLanguage } from './conversation-language.ts'

/** What a text may leave open until the call: `{customerName}` and so on. */
export const scriptPlaceholders = [
  'customerName',
  'organizationName',
  'vehicle',
  'advisorName',
] as const
export type ScriptPlaceholder = (typeof scriptPlaceholders)[number]

/** What is known of one call when it is placed; null where the visit does not say. */
export type ConversationFacts = { organizationName: string } & Record<
  Exclude<ScriptPlaceholder, 'organizationName'>,
  string | null
>

/** Said where a fact is missing, so that "about your {vehicle}" stays a sentence. */
const inPlaceOf: Record<ConversationLanguage, Record<ScriptPlaceholder, string>> = {
  en: {
    customerName: '',
    organizationName: 'your workshop',
    vehicle: 'vehicle',
    advisorName: 'your service advisor',
  },
  es: {
    customerName: '',
    organizationName: 'su taller',
    vehicle: 'vehículo',
    advisorName: 'su asesor de servicio',
  },
}

const PLACEHOLDER = /\{([^{}]*)\}/g
const MAX_FACT_LENGTH = 80

export const placeholdersIn = (text: string): string[] =>
  [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name)

/** True where a brace opens or closes nothing, which would be read out. */
export const hasLooseBrace = (text: string): boolean =>
  /[{}]/.test(text.replaceAll(PLACEHOLDER, ''))

/** The text as it is said: "Hello {customerName}." becomes "Hello." for somebody without a name. */
export function fillPlaceholders(
  text: string,
  values: Readonly<Record<string, string | null>>,
  language: ConversationLanguage,
): string {
  const missing: Record<string, string> = inPlaceOf[language]
  return text
    .replaceAll(PLACEHOLDER, (_, name: string) => speakable(values[name]) || missing[name] || '')
    .replaceAll(/\s+([,.!?;:])/g, '$1')
    .replaceAll(/,+([.!?;:])/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Facts come from imported files: no braces, no control characters, and no more than fits a sentence. */
const speakable = (fact: string | null | undefined): string => {
  const words = (fact ?? '').replaceAll(/[{}\p{C}]/gu, ' ').replaceAll(/\s+/g, ' ')
  return [...words.trim()].slice(0, MAX_FACT_LENGTH).join('').trim()
}
