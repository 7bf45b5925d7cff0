import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import { expect, it } from 'vitest'
import { createMailer } from '../../src/server/mail/mailer.ts'
import { mailInvitation } from '../../src/server/services/mail-invitation.ts'
import { createAppWorld } from '../support/app-world.ts'
import { silentLog } from '../support/silent-log.ts'

const invitation = {
  id: '01900000-0000-7000-8000-000000000009',
  email: 'ben@example.com',
  role: 'agent' as const,
  inviterName: 'Ada',
  createdAt: '2026-11-20T17:00:00Z',
  expiresAt: '2026-11-27T17:00:00Z',
}
const told = {
  invitation,
  token: 'a-token',
  organization: { name: 'Harbor Motors', isDemo: false },
  madeInLastHour: 1,
  language: 'en' as const,
}

/** A mail server on a port of its own that keeps what it is given, or refuses it. */
async function startMailServer(refuses = false) {
  const received: { to: string[]; text: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: (_address, _session, done) => done(refuses ? new Error('No such box') : null),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        received.push({ to, text: Buffer.concat(chunks).toString('utf8') })
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  const from = 'Ringback <calls@example.com>'
  const mailer = createMailer({ url: `smtp://127.0.0.1:${address.port}`, from })
  return {
    received,
    mailer,
    async [Symbol.asyncDispose]() {
      mailer.close()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

it('mails the link to whom it is for, in the language of who invites', async () => {
  await using server = await startMailServer()
  const deps = { mailer: server.mailer, publicUrl: 'https://calls.example.com', log: silentLog }
  expect(await mailInvitation(deps, told)).toBe(true)
  expect(await mailInvitation(deps, { ...told, language: 'es' })).toBe(true)
  expect(server.received.map(({ to }) => to)).toEqual([['ben@example.com'], ['ben@example.com']])
  const [english, spanish] = server.received
  expect(english?.text).toContain('https://calls.example.com/join#a-token')
  expect(english?.text).toContain('Subject: Ada invites you to Harbor Motors on Ringback')
  expect(spanish?.text).toContain('https://calls.example.com/join#a-token')
  expect(spanish?.text).toContain('Subject: Ada le invita a Harbor Motors en Ringback')
})

it('says that nothing went out where mail fails or is not set up', async () => {
  await using server = await startMailServer(true)
  const publicUrl = 'https://calls.example.com'
  const log = silentLog
  expect(await mailInvitation({ mailer: server.mailer, publicUrl, log }, told)).toBe(false)
  expect(await mailInvitation({ mailer: null, publicUrl, log }, told)).toBe(false)
  expect(await mailInvitation({ mailer: server.mailer, publicUrl: null, log }, told)).toBe(false)
})

it('mails neither from a demo nor more than twenty in an hour', async () => {
  await using server = await startMailServer()
  const deps = { mailer: server.mailer, publicUrl: 'https://calls.example.com', log: silentLog }
  const demo = { name: 'Harbor Motors', isDemo: true }
  expect(await mailInvitation(deps, { ...told, organization: demo })).toBe(false)
  expect(await mailInvitation(deps, { ...told, madeInLastHour: 21 })).toBe(false)
  expect(server.received).toEqual([])
  expect(await mailInvitation(deps, { ...told, madeInLastHour: 20 })).toBe(true)
})

it('is one of a hundred that may be open; one to the same address takes its place', async () => {
  await using world = await createAppWorld()
  const { organizationId, caller } = world
  const inviteTo = (email: string) => caller.team.invite({ email, role: 'viewer' })
  await inviteTo('first@example.com')
  const one = await world.db.invitation.findFirstOrThrow({ where: { organizationId } })
  await world.db.invitation.createMany({
    data: Array.from({ length: 99 }, (_, at) => {
      const { id, ...alike } = one
      return { ...alike, email: `${at}@example.com`, tokenHash: `${id} ${at}` }
    }),
  })
  await expect(inviteTo('late@example.com')).rejects.toThrow('100 open invitations')
  await inviteTo('first@example.com')
  const where = { organizationId, email: '1@example.com' }
  await world.db.invitation.updateMany({ where, data: { status: 'revoked' } })
  await inviteTo('late@example.com')
})
