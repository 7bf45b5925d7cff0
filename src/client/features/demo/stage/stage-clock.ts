export const speeds = [1, 2, 4] as const
export type Speed = (typeof speeds)[number]

export type StageClock = {
  /** Which scene the position is in; another one begins at 0. */
  scene: string | null
  positionMs: number
  isPlaying: boolean
  speed: Speed
}

/** Where a scene stood when the page was left. */
export type KeptPosition = { scene: string; positionMs: number }

export type ClockEvent =
  | { type: 'scene'; scene: string | null; kept?: KeptPosition | null }
  | { type: 'passed'; ms: number; heardMs: number | null }
  | { type: 'jumped'; positionMs: number }
  | { type: 'played'; isPlaying: boolean }
  | { type: 'speed'; speed: Speed }

export const stillClock: StageClock = { scene: null, positionMs: 0, isPlaying: false, speed: 1 }

/** Sound that has run off further than this is set right instead of followed. */
export const STRAY_MS = 1000

/** The stage's own time: stands while paused, runs faster on wish, and follows what is heard. */
export function nextClock(clock: StageClock, event: ClockEvent): StageClock {
  switch (event.type) {
    case 'scene': {
      const { scene, kept } = event
      if (scene === clock.scene) return clock
      return { ...clock, scene, positionMs: kept && kept.scene === scene ? kept.positionMs : 0 }
    }
    case 'passed': {
      if (!clock.isPlaying || clock.scene === null) return clock
      const positionMs = clock.positionMs + event.ms * clock.speed
      const { heardMs } = event
      const isHeard = heardMs !== null && Math.abs(heardMs - positionMs) < STRAY_MS
      return { ...clock, positionMs: isHeard ? Math.max(clock.positionMs, heardMs) : positionMs }
    }
    case 'jumped':
      return { ...clock, positionMs: event.positionMs }
    case 'played':
      return { ...clock, isPlaying: event.isPlaying }
    case 'speed':
      return { ...clock, speed: event.speed }
  }
}
