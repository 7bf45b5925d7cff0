import type { Deps } from '../deps.ts'
import type { PageLanguage } from '../domain/page-language.ts'
import type { PendingInvitation } from '../domain/team.schema.ts'
import { mailWords } from '../mail/mail-words.ts'

/**
 * Sends an invitation's link where mail is set up and the server knows its public address; answers
 * whether it went out. The link can be copied all the same, so a failure is only logged.
 */
export async function mailInvitation(
  { mailer, publicUrl, log }: Pick<Deps, 'mailer' | 'publicUrl' | 'log'>,
  input: {
    invitation: PendingInvitation
    token: string
    organizationName: string
    language: PageLanguage
  },
): Promise<boolean> {
  if (mailer === null || publicUrl === null) return false
  const { invitation, token, organizationName, language } = input
  const { email, inviterName, role } = invitation
  const link = new URL(`/join#${token}`, publicUrl).href
  const words = mailWords[language].invitation({ inviterName, organizationName, role, link })
  try {
    await mailer.send({ to: email, subject: words.subject, text: words.paragraphs.join('\n\n') })
    return true
  } catch (error) {
    log.warn({ err: error, invitationId: invitation.id }, 'An invitation could not be mailed')
    return false
  }
}
