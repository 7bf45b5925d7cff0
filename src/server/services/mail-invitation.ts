import type { Deps } from '../deps.ts'
import { whatRoleDoes } from '../domain/rights.ts'
import type { PendingInvitation } from '../domain/team.schema.ts'

/**
 * Sends an invitation's link where mail is set up and the server knows its public address; answers
 * whether it went out. The link can be copied all the same, so a failure is only logged.
 */
export async function mailInvitation(
  { mailer, publicUrl, log }: Pick<Deps, 'mailer' | 'publicUrl' | 'log'>,
  input: { invitation: PendingInvitation; token: string; organizationName: string },
): Promise<boolean> {
  if (mailer === null || publicUrl === null) return false
  const { invitation, token, organizationName } = input
  const link = new URL(`/join#${token}`, publicUrl).href
  try {
    await mailer.send({
      to: invitation.email,
      subject: `${invitation.inviterName} invites you to ${organizationName} on Ringback`,
      text: [
        `${invitation.inviterName} invites you to join ${organizationName} on Ringback as ${invitation.role}.`,
        whatRoleDoes[invitation.role],
        `Join here within a week:\n${link}`,
        'If you did not expect this, you can leave it alone.',
      ].join('\n\n'),
    })
    return true
  } catch (error) {
    log.warn({ err: error, invitationId: invitation.id }, 'An invitation could not be mailed')
    return false
  }
}
