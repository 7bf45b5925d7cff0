import { readConversation } from '../db/read-conversation.ts'
import type { ToldRecording } from '../db/told-recordings.ts'
import type { Deps } from '../deps.ts'
import { DomainError } from '../domain/errors.ts'
import type { ProviderRecordings } from '../telephony/port.ts'
import { changeCall } from './change-call.ts'

type KeepDeps = Pick<Deps, 'db' | 'clock' | 'feed' | 'recordings'>

/** An hour of speech is far below. */
const maxBytes = 50 * 1024 * 1024
const deadlineMs = 30_000
const mediaType = 'audio/mpeg'

/**
 * Brings a recording into our own storage, onto its call, and removes it at the provider. One that
 * the customer did not allow, or took back, or whose call is erased, before or meanwhile, is only
 * removed. Rejects while anything is left to be done; again is no error. `deps.db` acts as the
 * dispatcher.
 */
export async function keepRecording(
  deps: KeepDeps,
  { recordings, told }: { recordings: ProviderRecordings; told: ToldRecording },
): Promise<'kept' | 'unwanted' | 'erased'> {
  const result = await bringHome(deps, recordings, told)
  // A try that was broken off may have left the file of a call that is gone by now.
  if (result === 'erased') await deps.recordings.remove(storageKeyOf(told))
  await recordings.remove(told.providerRecordingId)
  return result
}

async function bringHome(deps: KeepDeps, from: ProviderRecordings, told: ToldRecording) {
  const attempt = await readConversation(deps.db, told.placementKey)
  if (attempt === null) return 'erased'
  if (consentOf(attempt.conversation) !== true) return 'unwanted'
  const { organizationId, callId } = attempt
  const storageKey = storageKeyOf(told)
  const where = { organizationId, callId, storageKey }
  if ((await deps.db.audioFile.count({ where })) > 0) return 'kept'
  const body = await from.open(told.providerRecordingId, AbortSignal.timeout(deadlineMs))
  await deps.recordings.put(storageKey, body, { mediaType, maxBytes })
  try {
    await changeCall(deps, { organizationId, callId }, async (_call, tx) => {
      if ((await tx.audioFile.count({ where })) > 0) return null
      return {
        async alsoWrite(tx) {
          const { durationMs } = told
          await tx.audioFile.create({ data: { ...where, mediaType, durationMs } })
        },
      }
    })
    return 'kept'
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') return 'erased'
    throw error
  }
}

/** Known also when nothing is left of the call. */
const storageKeyOf = ({ placementKey, providerRecordingId }: ToldRecording) =>
  `calls/${placementKey}/${providerRecordingId}.mp3`

const consentOf = (
  conversation: NonNullable<Awaited<ReturnType<typeof readConversation>>>['conversation'],
) =>
  conversation?.phase === 'talking'
    ? conversation.state.consentToRecording
    : (conversation?.consentToRecording ?? null)
