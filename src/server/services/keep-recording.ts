import type { Readable } from 'node:stream'
import { readConversation } from '../db/read-conversation.ts'
import type { Deps } from '../deps.ts'
import { changeCall } from './change-call.ts'

/** A recording where the provider has it. */
export type FinishedRecording = {
  /** The provider's own id of it. */
  id: string
  durationMs: number
  open(signal: AbortSignal): Promise<Readable>
  remove(): Promise<void>
}

/** An hour of speech is far below. */
const maxBytes = 50 * 1024 * 1024
const deadlineMs = 60_000
/** A provider may tell of a recording a moment before it hands it out. */
const retryAfterMs = [0, 500, 2000, 6000]

/**
 * Brings a recording into our own storage, onto its call, and removes it at the provider. One that
 * the customer did not allow, or took back, is only removed. Again is no error.
 */
export async function keepRecording(
  deps: Pick<Deps, 'db' | 'systemDb' | 'clock' | 'feed' | 'recordings' | 'log'>,
  { placementKey, recording }: { placementKey: string; recording: FinishedRecording },
): Promise<'kept' | 'unwanted' | 'no_attempt'> {
  const attempt = await readConversation(deps.systemDb, placementKey)
  if (attempt === null) return 'no_attempt'
  if (consentOf(attempt.conversation) !== true) {
    await recording.remove()
    return 'unwanted'
  }
  const { organizationId, callId } = attempt
  const storageKey = `calls/${callId}/${recording.id}.mp3`
  const mediaType = 'audio/mpeg'
  const isKept = await deps.systemDb.audioFile.count({ where: { organizationId, storageKey } })
  if (isKept === 0) {
    await fetchPatiently(deps, recording, (body) =>
      deps.recordings.put(storageKey, body, { mediaType, maxBytes }),
    )
    await changeCall(deps, { organizationId, callId }, async (call, tx) => {
      const where = { organizationId, callId: call.id, storageKey }
      if ((await tx.audioFile.count({ where })) > 0) return null
      return {
        async alsoWrite(tx) {
          const { durationMs } = recording
          await tx.audioFile.create({ data: { ...where, mediaType, durationMs } })
        },
      }
    })
  }
  await recording.remove().catch((err: unknown) => {
    deps.log.warn({ err, placementKey }, 'a recording was kept, and is still at the provider too')
  })
  return 'kept'
}

const consentOf = (
  conversation: NonNullable<Awaited<ReturnType<typeof readConversation>>>['conversation'],
) =>
  conversation?.phase === 'talking'
    ? conversation.state.consentToRecording
    : (conversation?.consentToRecording ?? null)

async function fetchPatiently(
  { clock, log }: Pick<Deps, 'clock' | 'log'>,
  { open }: FinishedRecording,
  keep: (body: Readable) => Promise<unknown>,
): Promise<void> {
  for (const [tries, waitMs] of retryAfterMs.entries()) {
    await new Promise<void>((resolve) => clock.after(waitMs, resolve))
    try {
      await keep(await open(AbortSignal.timeout(deadlineMs)))
      return
    } catch (err) {
      if (tries === retryAfterMs.length - 1) throw err
      log.warn({ err }, 'a recording could not be fetched yet')
    }
  }
}
