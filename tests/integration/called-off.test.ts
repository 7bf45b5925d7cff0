import { readFile } from 'node:fs/promises'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { appRouter } from '../../src/server/trpc/router.ts'
import { createAppWorld } from '../support/app-world.ts'

it('is no failure for the log when who asked has gone', async () => {
  const lines: string[] = []
  const log = pino({ level: 'error' }, { write: (line) => lines.push(line) })
  await using world = await createAppWorld({}, log)
  const { deps, identity } = world
  const context = { deps, identity, requestId: 'of a test', providerSpeed: 4 }
  const gone = appRouter.createCaller(context, { signal: AbortSignal.abort() })
  const content = await readFile(new URL('../fixtures/visits.csv', import.meta.url), 'utf8')
  await expect(
    gone.serviceRecords.import({ fileName: 'visits.csv', content }),
  ).rejects.toMatchObject({ code: 'CLIENT_CLOSED_REQUEST' })
  expect(lines).toEqual([])
  expect(await world.db.serviceRecord.count()).toBe(0)
})
