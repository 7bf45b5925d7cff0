import { lockAttempt } from '../db/lock-attempt.ts'
import { readConversation } from '../db/read-conversation.ts'
import type { ToldRecording } from '../db/told-recordings.ts'
import type { Deps } from '../deps.ts'
import { DomainError } from '../domain/errors.ts'
import { RecordingTooLarge } from '../storage/port.ts'
import type { ProviderRecordings } from '../telephony/port.ts'
import { historyOf, newsEntry, withNews } from './attempt-news.ts'
import { changeCall } from './change-call.ts'

type KeepDeps = Pick<Deps, 'db' | 'clock' | 'feed' | 'recordings'>

type KeepInput = { recordings: ProviderRecordings; told: ToldRecording; signal: AbortSignal }

/** An hour of speech is far below. */
const maxMegabytes = 50
const maxBytes = maxMegabytes * 1024 * 1024
const deadlineMs = 30_000
const mediaType = 'audio/mpeg'

/**
 * Brings a recording into our own storage, onto its call, and removes it at the provider. One that
 * the customer did not allow, or took back, or whose call is erased, before or meanwhile, is only
 * removed; so is one that is too large, since erasing the call would not reach it there. Rejects while
 * anything is left to be done; again is no error. `deps.db` acts as the dispatcher.
 */
export async function keepRecording(
  deps: KeepDeps,
  { recordings, told, signal }: KeepInput,
): Promise<'kept' | 'unwanted' | 'erased' | 'too_large'> {
  const result = await bringHome(deps, { recordings, told, signal })
  // A try that was broken off may have left the file of a call that is gone by now.
  if (result === 'erased') await deps.recordings.remove(storageKeyOf(told))
  await recordings.remove(told.providerRecordingId)
  return result
}

async function bringHome(deps: KeepDeps, { recordings: from, told, signal }: KeepInput) {
  const attempt = await readConversation(deps.db, told.placementKey)
  if (attempt === null) return 'erased'
  if (attempt.isUnreadable) throw new Error('Whether it was allowed cannot be read.')
  if (consentOf(attempt.conversation) !== true) return 'unwanted'
  const { organizationId, callId } = attempt
  const storageKey = storageKeyOf(told)
  const where = { organizationId, callId, storageKey }
  if ((await deps.db.audioFile.count({ where })) > 0) return 'kept'
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)])
  const body = await from.open(told.providerRecordingId, inTime)
  try {
    await deps.recordings.put(storageKey, body, { mediaType, maxBytes })
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
    if (error instanceof RecordingTooLarge) return noteTooLarge(deps, attempt, told)
    return erasedOrThrow(error)
  }
}

/** It will never become smaller, so it is not asked for again: the attempt says why it has none. */
async function noteTooLarge(
  deps: KeepDeps,
  target: { organizationId: string; callId: string },
  { placementKey }: ToldRecording,
) {
  const event = `recording not kept: larger than ${maxMegabytes} MB`
  try {
    await changeCall(deps, target, async (_call, tx, now) => {
      const attempt = await lockAttempt(tx, placementKey)
      const isTold = historyOf(attempt?.history).some((entry) => entry.event === event)
      if (attempt === null || isTold) return null
      const entry = newsEntry({ at: now, source: 'we', event, applied: true })
      return {
        async alsoWrite(tx) {
          const history = withNews(attempt.history, entry)
          await tx.callAttempt.update({ where: { placementKey }, data: { history } })
        },
      }
    })
    return 'too_large'
  } catch (error) {
    return erasedOrThrow(error)
  }
}

function erasedOrThrow(error: unknown): 'erased' {
  if (error instanceof DomainError && error.code === 'not_found') return 'erased'
  throw error
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
