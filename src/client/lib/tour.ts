import { useSyncExternalStore } from 'react'

const SEEN_KEY = 'ringback.tour-seen'
const listeners = new Set<() => void>()
let isRunning = false

const tell = () => {
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const hasSeen = () => localStorage.getItem(SEEN_KEY) !== null

export function startTour(): void {
  isRunning = true
  tell()
}

/**
 * Finished, skipped or declined: it does not offer itself again. Kept by the browser and not with
 * the account, as many people come in by one account of a demo.
 */
export function endTour(): void {
  isRunning = false
  localStorage.setItem(SEEN_KEY, 'yes')
  tell()
}

export const useIsTourRunning = () => useSyncExternalStore(subscribe, () => isRunning)
export const useHasSeenTour = () => useSyncExternalStore(subscribe, hasSeen)
