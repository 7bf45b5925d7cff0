import { useSyncExternalStore } from 'react'

/**
 * Whether this browser shows notices of its own: `off` until a person switches them on here,
 * `refused` where the browser was told not to, `missing` where it has none.
 */
export type BrowserNotices = 'on' | 'off' | 'refused' | 'missing'

const storageKey = 'ringback-browser-notices'
const listeners = new Set<() => void>()
/** Some browsers on telephones name notices and allow them, but refuse to make one for a page. */
let isUnusable = false

export function readBrowserNotices(): BrowserNotices {
  if (!('Notification' in window) || isUnusable) return 'missing'
  if (Notification.permission === 'denied') return 'refused'
  const isWanted = localStorage.getItem(storageKey) === 'on'
  return isWanted && Notification.permission === 'granted' ? 'on' : 'off'
}

function changed(): void {
  for (const listener of listeners) listener()
}

/** Asks the browser, which asks the person, the first time. */
export async function switchBrowserNoticesOn(): Promise<void> {
  localStorage.setItem(storageKey, 'on')
  await Notification.requestPermission()
  changed()
}

export function switchBrowserNoticesOff(): void {
  localStorage.removeItem(storageKey)
  changed()
}

export const useBrowserNotices = (): BrowserNotices =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, readBrowserNotices)

/** For whoever looks elsewhere: shows nothing while the page is in sight, or where it is not wanted. */
export function showBrowserNotice(notice: {
  /** One of several pages shows it, not each. */
  id: string
  title: string
  body: string
  onClick: () => void
}): void {
  if (readBrowserNotices() !== 'on' || document.visibilityState === 'visible') return
  const shown = makeNotice(notice)
  if (shown === null) return
  shown.onclick = () => {
    window.focus()
    notice.onClick()
    shown.close()
  }
}

function makeNotice({ id, title, body }: { id: string; title: string; body: string }) {
  try {
    return new Notification(title, { body, tag: id })
  } catch {
    isUnusable = true
    localStorage.removeItem(storageKey)
    changed()
    return null
  }
}
