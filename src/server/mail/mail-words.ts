import type { PageLanguage } from '../domain/page-language.ts'
import type { Role } from '../domain/rights.ts'
import { english } from './words-en.ts'
import { spanish } from './words-es.ts'

export type Invited = { inviterName: string; organizationName: string; role: Role; link: string }

/** Every mail that is sent, as one language says it; paragraphs are joined by an empty line. */
export type MailWords = {
  invitation(invited: Invited): { subject: string; paragraphs: readonly string[] }
}

export const mailWords: Record<PageLanguage, MailWords> = { en: english, es: spanish }
