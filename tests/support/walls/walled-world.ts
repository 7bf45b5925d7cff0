import type { AppOptions } from '../../../src/server/app.ts'
import { createIdentify, type Identify } from '../../../src/server/auth/identify.ts'
import type { Db } from '../../../src/server/db/client.ts'
import type { Deps } from '../../../src/server/deps.ts'
import type { Role } from '../../../src/server/domain/rights.ts'
import { createPerson, hashOfPassword } from '../../../src/server/services/create-person.ts'
import { createAppWorld } from '../app-world.ts'
import { furnishHouse } from './furnished-house.ts'
import { samplePassword } from './procedure-samples.ts'

/** Somebody who can sign in with `samplePassword`. */
export async function makePerson(db: Db, organizationId: string, role: Role): Promise<string> {
  const email = `${role}-with-password-${organizationId}@x.test`
  const passwordHash = await hashOfPassword(samplePassword)
  const { id: userId } = await db.$transaction((tx) =>
    createPerson(tx, { name: 'Robin', email, passwordHash }, new Date()),
  )
  await db.member.create({ data: { organizationId, userId, role } })
  return email
}

/** The app with real sign-in in front of it, and two furnished houses; nothing listens. */
export async function createWalledWorld(options: Partial<AppOptions> = {}, log?: Deps['log']) {
  let identify: Identify = async () => null
  const world = await createAppWorld({ identify: (headers) => identify(headers), ...options }, log)
  const { auth, db } = world.deps.accounts
  identify = createIdentify({ auth, db })
  const ours = await furnishHouse(world.db, 'own')
  const theirs = await furnishHouse(world.db, 'k4n4ry')
  return {
    ...world,
    ours,
    theirs,
    /** The cookie of a session of one of ours. */
    async signIn(role: Role): Promise<string> {
      const email = await makePerson(world.db, ours.organizationId, role)
      const answer = await world.app.server.inject({
        method: 'POST',
        url: '/trpc/account.signIn',
        headers: { 'x-ringback': '1' },
        payload: { email, password: samplePassword },
      })
      if (answer.statusCode !== 200) throw new Error(`Nobody could sign in: ${answer.body}`)
      return answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    },
  }
}

export type WalledWorld = Awaited<ReturnType<typeof createWalledWorld>>
