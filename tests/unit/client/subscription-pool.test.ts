import type { TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import { expect, it } from 'vitest'
import { createSubscriptionPool } from '../../../src/client/lib/shared-socket/subscription-pool.ts'
import type { AppRouter } from '../../../src/server/trpc/router.ts'

const silent: TRPCLink<AppRouter> = () => () => observable(() => () => undefined)
const deaf = {
  onData: () => undefined,
  onState: () => undefined,
  onError: () => undefined,
  onComplete: () => undefined,
}

it('gives the place of who left to who comes, before it opens another client', () => {
  let opened = 0
  const subscribe = createSubscriptionPool(() => {
    opened += 1
    return [silent]
  }, 2)
  const begin = () => subscribe({ path: 'calls.live', input: { after: null } }, deaf)
  const [first, , third] = [begin(), begin(), begin()]
  expect(opened).toBe(2)
  first()
  first()
  third()
  for (let come = 0; come < 3; come += 1) begin()
  expect(opened).toBe(2)
  begin()
  expect(opened).toBe(3)
})
