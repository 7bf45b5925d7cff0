import type { Clock } from '../../clock.ts'
import {
  type LookUp,
  PlacementRefused,
  type PlacementRequest,
  type Provider,
  type ProviderEvent,
} from '../port.ts'
import { planHostility } from './hostile-plan.ts'

type Hostility = ReturnType<typeof planHostility>

const remembered = 10_000

/**
 * A provider that treats some attempts as badly as any provider may: it loses, repeats, delays,
 * reorders and contradicts news, answers 429 and 500, accepts a call and then breaks off. What the
 * other one rings is not changed by that, and a look-up, where it is answered, tells the truth.
 */
export function makeHostile(
  provider: Provider,
  options: { clock: Clock; seed: string; isHostile: (request: PlacementRequest) => boolean },
): Provider {
  const { clock, seed, isHostile } = options
  const hostilities = new Map<string, Hostility>()
  const cancels = new Set<() => void>()
  let receive: (event: ProviderEvent) => Promise<void> = async () => undefined

  const later = (delayMs: number, run: () => void) => {
    const cancel = clock.after(delayMs, () => {
      cancels.delete(cancel)
      run()
    })
    cancels.add(cancel)
  }
  // Whoever is told out of turn is told once: nobody hears whether it was taken.
  const tellAfter = (delayMs: number, event: ProviderEvent) =>
    later(delayMs, () => void receive(event).catch(() => undefined))

  provider.onEvent(async (event) => {
    const hostility = hostilities.get(event.placementKey)
    if (hostility === undefined) return receive(event)
    const { isLost, copiesAfterMs, contradiction } = hostility.news()
    if (!isLost) for (const delayMs of copiesAfterMs) tellAfter(delayMs, event)
    const lastMs = Math.max(...copiesAfterMs) + 500
    if (event.type === 'ended' && contradiction === 'other_end') {
      const other = event.outcome === 'busy' ? 'no_answer' : 'busy'
      if (!isLost) tellAfter(lastMs, { ...event, outcome: other, talkSec: null, feedback: null })
    }
    if (contradiction === 'other_line') {
      tellAfter(lastMs, { ...event, providerCallId: `${event.providerCallId}:other` })
    }
  })

  async function placeBadly(
    request: PlacementRequest,
    { signal, hostility }: { signal: AbortSignal; hostility: Hostility },
  ): Promise<{ providerCallId: string }> {
    switch (hostility.answer) {
      case 'refuses_429':
        throw new PlacementRefused('provider_error', 'The provider said: 429, too many requests.')
      case 'fails_500':
        throw new Error('The provider said: 500, internal error.')
      case 'accepts_and_fails_500':
        await provider.place(request, signal)
        throw new Error('The provider said: 500, internal error.')
      case 'accepts_and_hangs_up':
        await provider.place(request, signal)
        throw new Error('The provider broke the connection off.')
      case 'answers_late': {
        const accepted = await provider.place(request, signal)
        await new Promise<void>((resolve) => later(hostility.answerAfterMs, resolve))
        return accepted
      }
      case 'accepts':
        return provider.place(request, signal)
    }
  }

  return {
    ...provider,
    onEvent(receiver) {
      receive = receiver
    },
    async place(request, signal) {
      if (!isHostile(request)) return provider.place(request, signal)
      const hostility = planHostility(seed, request.placementKey)
      hostilities.set(request.placementKey, hostility)
      const [oldest] = hostilities.keys()
      if (hostilities.size > remembered && oldest !== undefined) hostilities.delete(oldest)
      return placeBadly(request, { signal, hostility })
    },
    async lookUp(attempt): Promise<LookUp> {
      const hostility = hostilities.get(attempt.placementKey)
      if (hostility !== undefined && !hostility.isLookUpAnswered()) {
        throw new Error('The provider said: 500, internal error.')
      }
      return provider.lookUp(attempt)
    },
    async close() {
      for (const cancel of cancels) cancel()
      cancels.clear()
      await provider.close()
    },
  }
}
