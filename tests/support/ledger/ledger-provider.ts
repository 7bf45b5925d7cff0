import { createServer } from 'node:http'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Provider, ProviderEvent } from '../../../src/server/telephony/port.ts'
import { answerWith, askJson, readBody } from './json-over-http.ts'

const lineSchema = z.object({
  placementKey: z.string(),
  providerCallId: z.string(),
  endedAt: z.number().nullable(),
})

/** Speaks to a ledger process; it tells its news to a port that this one listens on. */
export async function createLedgerProvider(ledgerPort: number): Promise<Provider> {
  let receive: (event: ProviderEvent) => Promise<void> = async () => undefined
  const server = createServer(async (incoming, answer) => {
    const event = eventOf(await readBody(incoming), 'callback')
    if (event !== null) await receive(event).catch(() => undefined)
    answerWith(answer, {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  await askJson(ledgerPort, `/listen/${port}`)
  return {
    name: 'ledger',
    isSimulated: true,
    onEvent(receiver) {
      receive = receiver
    },
    async place({ placementKey, phoneNumber }) {
      const line = await askJson(ledgerPort, '/place', { placementKey, phoneNumber })
      return { providerCallId: lineSchema.parse(line).providerCallId }
    },
    async lookUp({ placementKey }) {
      const line = await askJson(ledgerPort, `/line/${encodeURIComponent(placementKey)}`)
      if (line === null) return { found: false }
      const { providerCallId } = lineSchema.parse(line)
      return { found: true, providerCallId, latest: eventOf(line, 'look_up') }
    },
    async hangUp() {},
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function eventOf(told: unknown, source: ProviderEvent['source']): ProviderEvent | null {
  const { placementKey, providerCallId, endedAt } = lineSchema.parse(told)
  if (endedAt === null) return null
  return {
    placementKey,
    providerCallId,
    source,
    type: 'ended',
    outcome: 'answered',
    at: Temporal.Instant.fromEpochMilliseconds(endedAt),
    talkSec: 1,
    feedback: null,
  }
}
