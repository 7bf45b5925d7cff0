import type { Readable } from 'node:stream'
import type { Temporal } from 'temporal-polyfill'
import type { TranscriptSegment } from '../domain/call.schema.ts'
import type { AttemptOutcome } from '../domain/call-status.ts'
import type { AnalysisNote, Evidence } from '../domain/evidence.schema.ts'

/** One attempt, as it is asked of a provider. */
export type PlacementRequest = {
  /** Unique for this attempt; a provider asked twice with the same key must not ring twice. */
  placementKey: string
  phoneNumber: string
  ringTimeoutSec: number
  /** A demo call rings nobody, whoever dials the others. */
  isDemo: boolean
  /** What the simulator is to play; real providers ignore it. */
  scenario: string | null
}

/** What an answered call brought; absent parts were not said. */
export type CallFeedback = {
  npsScore: number | null
  rating: number | null
  callReason: string | null
  feedbackSummary: string | null
  overallFeedback: string | null
  positiveMentions: string[]
  areasToImprove: string[]
  tags: string[]
  transcript: { language: string; segments: TranscriptSegment[] } | null
  /** Which words of the transcript each finding rests on; a finding without any is unsupported. */
  evidence: Evidence[]
  /** Who read the conversation; null where nothing was to be read. */
  analysis: AnalysisNote | null
  recording: { storageKey: string; mediaType: string; durationMs: number } | null
}

/** What is known of an attempt whose whereabouts are asked for. */
export type AttemptToFind = {
  placementKey: string
  /** The name under which it was placed. */
  provider: string
  providerCallId: string | null
  phoneNumber: string
  requestedAt: Temporal.Instant
}

/** News of an attempt. Providers may repeat, delay, reorder and contradict; the receiver sorts it out. */
export type ProviderEvent = {
  placementKey: string
  providerCallId: string
  at: Temporal.Instant
  source: 'callback' | 'look_up'
  /** Tells a delivery from its repetition, where the provider repeats itself to the letter. */
  receipt?: string
} & (
  | { type: 'ringing' }
  | { type: 'answered' }
  | {
      type: 'ended'
      outcome: AttemptOutcome
      talkSec: number | null
      feedback: CallFeedback | null
      /** True where we lead the conversation turn by turn: what was said stands with the attempt. */
      isLedByUs?: boolean
    }
)

/** Where an attempt stands at the provider. `not_found` is a firm answer, a throw is none. */
export type LookUp =
  | { found: false }
  | { found: true; providerCallId: string; latest: ProviderEvent | null }

/** The provider said no, or cannot be reached, before any line was opened: safe to try again. */
export class PlacementRefused extends Error {
  override readonly name = 'PlacementRefused'

  constructor(
    readonly outcome: Extract<AttemptOutcome, 'provider_error' | 'invalid_number'>,
    message: string,
  ) {
    super(message)
  }
}

/** What a provider has recorded; it hands a recording out once and is then asked to remove it. */
export type ProviderRecordings = {
  /** The sound as MP3. Rejects while it is not ready. */
  open(recordingId: string, signal: AbortSignal): Promise<Readable>
  /** Content when there is none. */
  remove(recordingId: string): Promise<void>
}

/** Who really dials. */
export type Provider = {
  readonly name: string
  /** True when nobody's telephone can ring. */
  readonly isSimulated: boolean
  /** The name of who dials demo calls, where that is somebody else. */
  readonly demoName?: string
  /** Where the provider itself records calls. */
  readonly recordings?: ProviderRecordings
  /** Tells where to send news; called once, before the first placement. */
  onEvent(receive: (event: ProviderEvent) => Promise<void>): void
  /**
   * Opens the line. Rejects with `PlacementRefused` when surely nothing rang; any other rejection
   * means that nobody knows.
   */
  place(request: PlacementRequest, signal: AbortSignal): Promise<{ providerCallId: string }>
  /**
   * Finds an attempt by the provider's id, or where that is not known by all else; sends the news
   * that follow. What cannot be told apart from another's is not found.
   */
  lookUp(attempt: AttemptToFind): Promise<LookUp>
  hangUp(providerCallId: string): Promise<void>
  close(): Promise<void>
}

/** Under which name a demo call is dialed; null where only telephones that ring could be dialed. */
export const demoNameOf = (provider: Pick<Provider, 'name' | 'isSimulated' | 'demoName'>) =>
  provider.demoName ?? (provider.isSimulated ? provider.name : null)
