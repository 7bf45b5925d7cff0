/** What can be said of how current the page is. Instants are in epoch milliseconds. */
export type LiveStatus =
  | { kind: 'live' }
  /** Changes that were missed are being fetched. */
  | { kind: 'catching_up' }
  /** The server cannot be reached; what is shown was right at `sinceMs`. */
  | { kind: 'stale'; sinceMs: number }
  /** As stale, and the browser says that this device has no network. */
  | { kind: 'offline'; sinceMs: number }

export type LiveState = {
  /** When the server was last known to be there; null while it is. */
  lostAtMs: number | null
  isOnline: boolean
  hasHeard: boolean
  /** Changes were missed and are not fetched yet. */
  isBehind: boolean
}

export type LiveEvent =
  | { type: 'connection_lost'; atMs: number }
  /** A message of the feed arrived; `hasGap` when it shows that others were missed. */
  | { type: 'heard'; hasGap: boolean }
  | { type: 'caught_up' }
  | { type: 'network_lost'; atMs: number }
  | { type: 'network_back' }

export const firstLiveState: LiveState = {
  lostAtMs: null,
  isOnline: true,
  hasHeard: false,
  isBehind: false,
}

export function nextLiveState(state: LiveState, event: LiveEvent): LiveState {
  switch (event.type) {
    case 'connection_lost':
      return { ...state, lostAtMs: state.lostAtMs ?? event.atMs }
    case 'heard':
      // Whatever the browser believes, what was heard came over a network.
      return {
        lostAtMs: null,
        isOnline: true,
        hasHeard: true,
        isBehind: state.isBehind || event.hasGap,
      }
    case 'caught_up':
      return { ...state, isBehind: false }
    case 'network_lost':
      return { ...state, isOnline: false, lostAtMs: state.lostAtMs ?? event.atMs }
    case 'network_back':
      return { ...state, isOnline: true }
  }
}

export function liveStatusOf(state: LiveState): LiveStatus {
  if (state.lostAtMs !== null) {
    return { kind: state.isOnline ? 'stale' : 'offline', sinceMs: state.lostAtMs }
  }
  return { kind: state.hasHeard && !state.isBehind ? 'live' : 'catching_up' }
}
