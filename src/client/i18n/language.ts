import { type PageLanguage, pageLanguages } from '../../server/domain/page-language.ts'

export type Language = PageLanguage

const ownNames: Record<Language, string> = { en: 'English', es: 'Español' }

/** The languages that the page speaks, each named by itself. */
export const spokenLanguages = pageLanguages.map((code) => ({ code, name: ownNames[code] }))

const STORAGE_KEY = 'ringback-language'

const isLanguage = (code: string | undefined): code is Language =>
  pageLanguages.some((known) => known === code)

/** The first of the wished languages (BCP 47 tags, best first) that the page speaks, else English. */
export function pickLanguage(wished: readonly (string | null)[]): Language {
  const spoken = wished.map((tag) => tag?.split('-')[0]?.toLowerCase()).find(isLanguage)
  return spoken ?? 'en'
}

/** The reader's choice in this browser, else what the browser asks for. Outside of a page, English. */
const readWishes = () =>
  typeof document === 'undefined' ? [] : [localStorage.getItem(STORAGE_KEY), ...navigator.languages]

/** Fixed for as long as the page is open: words are looked up while modules load. */
export const language: Language = pickLanguage(readWishes())

/** Keeps the choice for this browser and opens the page anew in that language. */
export function chooseLanguage(chosen: Language): void {
  localStorage.setItem(STORAGE_KEY, chosen)
  location.reload()
}
