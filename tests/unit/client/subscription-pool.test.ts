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

it('lets a client go that carries nothing any more, and opens another for who comes then', () => {
  const told: string[] = []
  let opened = 0
  const subscribe = createSubscriptionPool(() => {
    opened += 1
    const name = opened
    told.push(`open ${name}`)
    return { links: [silent], close: () => told.push(`close ${name}`) }
  }, 2)
  const begin = () => subscribe({ path: 'calls.live', input: { after: null } }, deaf)
  const [first, second, third] = [begin(), begin(), begin()]
  expect(told).toEqual(['open 1', 'open 2'])
  first()
  third()
  expect(told).toEqual(['open 1', 'open 2', 'close 2'])
  second()
  second()
  expect(told).toEqual(['open 1', 'open 2', 'close 2', 'close 1'])
  begin()
  expect(told.at(-1)).toBe('open 3')
})
