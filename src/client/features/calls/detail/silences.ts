export type Silence = { startMs: number; endMs: number }

const WINDOW_MS = 20
/** Of the loudest stretch: below it nobody speaks. */
const QUIET_SHARE = 0.05
/** A breath between two sentences is no silence. */
const SHORTEST_MS = 500
/** Kept at both ends, so that no word is clipped. */
const MARGIN_MS = 100

/** Where a recording is quiet for long enough to be left out; `samples` of one channel, -1 to 1. */
export function silencesIn(samples: ArrayLike<number>, sampleRate: number): Silence[] {
  const size = Math.max(1, Math.round((sampleRate * WINDOW_MS) / 1000))
  const loudness = Array.from({ length: Math.ceil(samples.length / size) }, (_, index) =>
    loudnessOf(samples, index * size, size),
  )
  const limit = loudness.reduce((most, each) => Math.max(most, each), 0) * QUIET_SHARE
  const windowMs = (size / sampleRate) * 1000
  const silences: Silence[] = []
  let quietFrom: number | null = null
  for (const [index, each] of [...loudness, Number.POSITIVE_INFINITY].entries()) {
    if (each <= limit) {
      quietFrom ??= index
      continue
    }
    if (quietFrom !== null && (index - quietFrom) * windowMs >= SHORTEST_MS) {
      silences.push({
        startMs: quietFrom * windowMs + MARGIN_MS,
        endMs: index * windowMs - MARGIN_MS,
      })
    }
    quietFrom = null
  }
  return silences
}

/** Root mean square of one window. */
function loudnessOf(samples: ArrayLike<number>, from: number, size: number): number {
  const end = Math.min(samples.length, from + size)
  let sum = 0
  for (let index = from; index < end; index++) sum += (samples[index] ?? 0) ** 2
  return Math.sqrt(sum / (end - from))
}

/**
 * Where to go on from inside a silence; null outside of any. The last window is played: an element
 * that was sent to the end may read as a little before it, and would be sent there again and again.
 */
export function endOfSilence(silences: readonly Silence[], positionMs: number): number | null {
  const around = silences.find(
    ({ startMs, endMs }) => startMs <= positionMs && positionMs < endMs - WINDOW_MS,
  )
  return around?.endMs ?? null
}

export const totalMs = (silences: readonly Silence[]): number =>
  silences.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
