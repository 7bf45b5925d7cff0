import type { Deps } from '../deps.ts'
import type { PageLanguage } from '../domain/page-language.ts'
import type { PendingInvitation } from '../domain/team.schema.ts'
import { mailWords } from '../mail/mail-words.ts'

/** More people than anybody invites by hand; beyond that it is our good name that somebody spends. */
const mailsPerHour = 20

/**
 * Sends an invitation's link where mail is set up and the server knows its public address; answers
 * whether it went out. Nothing is mailed from a demo, where anybody invites anybody. The link can be
 * copied all the same, so a failure is only logged.
 */
export async function mailInvitation(
  { mailer, publicUrl, log }: Pick<Deps, 'mailer' | 'publicUrl' | 'log'>,
  input: {
    invitation: PendingInvitation
    token: string
    organization: { name: string; isDemo: boolean }
    /** How many the organization made, this one included. */
    madeInLastHour: number
    language: PageLanguage
  },
): Promise<boolean> {
  if (mailer === null || publicUrl === null) return false
  const { invitation, token, organization, madeInLastHour, language } = input
  if (organization.isDemo || madeInLastHour > mailsPerHour) return false
  const { email, inviterName, role } = invitation
  const link = new URL(`/join#${token}`, publicUrl).href
  const words = mailWords[language].invitation({
    inviterName,
    organizationName: organization.name,
    role,
    link,
  })
  try {
    await mailer.send({ to: email, subject: words.subject, text: words.paragraphs.join('\n\n') })
    return true
  } catch (error) {
    log.warn({ err: error, invitationId: invitation.id }, 'An invitation could not be mailed')
    return false
  }
}
