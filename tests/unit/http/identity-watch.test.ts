import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import type { WebSocket } from 'ws'
import { type Identity, identityOfMember } from '../../../src/server/auth/identity.ts'
import { watchIdentities } from '../../../src/server/http/identity-watch.ts'
import { uuidOf } from '../../support/sample-call.ts'
import { silentLog } from '../../support/silent-log.ts'

class FakeSocket extends EventEmitter {
  closedWith: number | null = null
  close(code: number) {
    this.closedWith = code
    queueMicrotask(() => this.emit('close'))
  }
}

const identityOf = (number: number): Identity =>
  identityOfMember({
    organizationId: uuidOf(1),
    role: 'agent',
    sessionId: uuidOf(number),
    user: { id: uuidOf(number), name: 'Robin' },
  })

it('asks after those whom a change concerns at once, and after the others in turn', async () => {
  const asked: Identity[][] = []
  const changes = [{ id: 1n, subjectId: uuidOf(450) }]
  let check = () => {}
  const watch = watchIdentities({
    source: {
      readChanges: async () => changes,
      async findEnded(identities) {
        asked.push([...identities])
        check()
        return new Set(identities.filter(({ actor }) => actor.id === uuidOf(450)))
      },
    },
    everyMs: 1,
    log: silentLog,
  })
  const sockets = Array.from({ length: 500 }, () => new FakeSocket())
  for (const [at, socket] of sockets.entries()) {
    watch.admit(socket as unknown as WebSocket, identityOf(at))
  }
  await new Promise<void>((resolve) => {
    check = () => asked.length > 5 && resolve()
  })
  watch.close()
  const [first = [], ...others] = asked
  expect(first).toHaveLength(101)
  expect(first.map(({ actor }) => actor.id)).toContain(uuidOf(450))
  expect(sockets[450]?.closedWith).toBe(4401)
  // A change that was looked at is not looked at again.
  for (const round of others) expect(round).toHaveLength(100)
  expect(new Set(asked.flat()).size, 'everybody').toBe(500)
})

it('asks for everything since the last good look once the database is back', async () => {
  let nowMs = 0
  const windows: number[] = []
  const socket = new FakeSocket()
  const ended = new Promise((resolve) => socket.once('close', resolve))
  const watch = watchIdentities({
    source: {
      async readChanges(withinMs) {
        windows.push(withinMs)
        if (windows.length === 1) return []
        nowMs += 30_000
        if (windows.length < 4) throw new Error('The database is away.')
        return [{ id: 1n, subjectId: uuidOf(1) }]
      },
      findEnded: async (identities) => new Set(windows.length < 4 ? [] : identities),
    },
    everyMs: 1,
    steadyMs: () => nowMs,
    log: silentLog,
  })
  watch.admit(socket as unknown as WebSocket, identityOf(1))
  await ended
  watch.close()
  expect(windows.slice(0, 4)).toEqual([15_000, 15_000, 45_000, 75_000])
})
