import type { ScheduleConfig } from '../../../server/domain/schedule-config.schema.ts'
import type { PreviewResult } from '../../../server/domain/schedule-preview.schema.ts'

export type PreviewAnswer = { config: ScheduleConfig; result: PreviewResult; atMs: number }

/** How far the answer about a draft is; the last answer stays until there is a newer one. */
export type PreviewState = {
  phase: 'resting' | 'waiting' | 'running' | 'offline' | 'done' | 'failed' | 'canceled'
  /** From 0 to 1. */
  share: number
  reason: string | null
  answer: PreviewAnswer | null
}

export type PreviewEvent =
  | { type: 'unreadable' | 'edited' | 'begun' | 'interrupted' | 'canceled' }
  | { type: 'progressed'; share: number }
  | { type: 'answered'; answer: PreviewAnswer }
  | { type: 'failed'; reason: string }

export const noPreview: PreviewState = { phase: 'resting', share: 0, reason: null, answer: null }

export function nextPreviewState(state: PreviewState, event: PreviewEvent): PreviewState {
  const { answer } = state
  switch (event.type) {
    case 'unreadable':
      return { ...noPreview, answer }
    case 'edited':
      return { ...noPreview, phase: 'waiting', answer }
    case 'begun':
      return { ...noPreview, phase: 'running', answer }
    case 'progressed':
      return { ...noPreview, phase: 'running', share: event.share, answer }
    case 'interrupted':
      return { ...noPreview, phase: 'offline', answer }
    case 'answered':
      return { ...noPreview, phase: 'done', share: 1, answer: event.answer }
    case 'failed':
      return { ...noPreview, phase: 'failed', reason: event.reason, answer }
    case 'canceled':
      return { ...noPreview, phase: 'canceled', answer }
  }
}
