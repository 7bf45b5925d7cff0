import { attemptOutcomes } from '../../domain/call-status.ts'
import type { CallPlan } from './call-plan.ts'

/** An accepted call with its whole course. */
export type PlannedCall = { placementKey: string; acceptedAtMs: number; plan: CallPlan }

/**
 * Writes a call and its course into the id under which the simulator accepts it, so that a
 * simulator that was killed can go on with calls of which it remembers nothing.
 */
export function encodePlannedCall({ placementKey, acceptedAtMs, plan }: PlannedCall): string {
  const { ringAfterMs, answerAfterMs, endAfterMs, outcome, conversationId } = plan
  return [
    'sim',
    placementKey,
    acceptedAtMs,
    ringAfterMs ?? '',
    answerAfterMs ?? '',
    endAfterMs,
    outcome,
    conversationId ?? '',
  ].join(':')
}

/** Null for an id that no simulator gave. */
export function decodePlannedCall(providerCallId: string): PlannedCall | null {
  const [prefix, placementKey, accepted, ring, answer, end, word, conversationId, ...rest] =
    providerCallId.split(':')
  const outcome = attemptOutcomes.find((known) => known === word)
  if (prefix !== 'sim' || !placementKey || !outcome || rest.length > 0) return null
  const [acceptedAtMs, endAfterMs] = [toMs(accepted), toMs(end)]
  if (acceptedAtMs === null || endAfterMs === null) return null
  return {
    placementKey,
    acceptedAtMs,
    plan: {
      ringAfterMs: toMs(ring),
      answerAfterMs: toMs(answer),
      endAfterMs,
      outcome,
      conversationId: conversationId || null,
    },
  }
}

const toMs = (text: string | undefined) => (text && /^\d+$/.test(text) ? Number(text) : null)

/** Whether the simulator gave an id. */
export const isSimulatedLine = (providerCallId: string): boolean =>
  decodePlannedCall(providerCallId) !== null
