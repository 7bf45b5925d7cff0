import { expect, it } from 'vitest'
import { roles as sentences } from '../../../src/client/i18n/es/sentences-roles.ts'
import { pageLanguages } from '../../../src/server/domain/page-language.ts'
import { roles, whatRoleDoes } from '../../../src/server/domain/rights.ts'
import { mailWords } from '../../../src/server/mail/mail-words.ts'

const link = 'https://calls.example.com/join#a-token'
const invited = { inviterName: 'Ada', organizationName: 'Harbor Motors', link }

it.each(pageLanguages)('invites with the link on a line of its own: %s', (language) => {
  const { subject, paragraphs } = mailWords[language].invitation({ ...invited, role: 'agent' })
  expect(subject).toMatch(/^Ada .*Harbor Motors/)
  expect(paragraphs.join('\n\n').split('\n')).toContain(link)
})

it.each(roles)('says of %ss what the page says', (role) => {
  const told = pageLanguages.map(
    (language) => mailWords[language].invitation({ ...invited, role }).paragraphs[1],
  )
  expect(told).toEqual([whatRoleDoes[role], sentences[whatRoleDoes[role]]])
})
