import {
  forgetRecording,
  postponeRecording,
  type ToldRecording,
  takeDueRecordings,
} from '../db/told-recordings.ts'
import type { Deps } from '../deps.ts'
import { keepRecording } from './keep-recording.ts'

const neverAborted = new AbortController().signal
const atOnce = 5
/** Longer than one try may take: what a stopped server had taken is tried again after that. */
const tryMinutes = 3
const longestWaitMs = 24 * 3_600_000
/** A provider may tell of a recording a moment before it hands it out. */
const waitMs = (tries: number) => Math.min(longestWaitMs, 500 * 2 ** Math.min(tries, 30))

/**
 * Fetches, or only removes, every recording that the provider told of and that is due, until each
 * is done; `signal` breaks it off and leaves what is not done to the next server. `deps.db` acts as
 * the dispatcher.
 */
export async function keepToldRecordings(
  deps: Pick<Deps, 'db' | 'clock' | 'feed' | 'recordings' | 'provider' | 'log'>,
  signal: AbortSignal = neverAborted,
): Promise<void> {
  const { name: provider, recordings } = deps.provider
  if (recordings === undefined) return
  const keep = async (told: ToldRecording) => {
    try {
      await keepRecording(deps, { recordings, told, signal })
      await forgetRecording(deps.db, told.id)
    } catch (err) {
      const { id, tries } = told
      if (signal.aborted) {
        await postponeRecording(deps.db, { id, until: deps.clock.now() })
        return
      }
      deps.log.warn({ err, toldRecordingId: id, tries }, 'a recording is not done with yet')
      const until = deps.clock.now().add({ milliseconds: waitMs(tries) })
      await postponeRecording(deps.db, { id, until })
    }
  }
  for (let taken = atOnce; taken === atOnce && !signal.aborted; ) {
    const now = deps.clock.now()
    const until = now.add({ minutes: tryMinutes })
    const due = await takeDueRecordings(deps.db, { provider, limit: atOnce, now, until })
    await Promise.all(due.map(keep))
    taken = due.length
  }
}
