import { whatRoleDoes } from '../domain/rights.ts'
import type { MailWords } from './mail-words.ts'

export const english: MailWords = {
  invitation: ({ inviterName, organizationName, role, link }) => ({
    subject: `${inviterName} invites you to ${organizationName} on Ringback`,
    paragraphs: [
      `${inviterName} invites you to join ${organizationName} on Ringback as ${role}.`,
      whatRoleDoes[role],
      `Join here within a week:\n${link}`,
      'If you did not expect this, you can leave it alone.',
    ],
  }),
}
