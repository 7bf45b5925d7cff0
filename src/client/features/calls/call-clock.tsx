import { useInterval } from '@mantine/hooks'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { readerLocale } from '../../lib/reader-locale.ts'
import {
  fullWords,
  type ReadingPlace,
  readsDifferently,
  whenWords,
  zoneWord,
} from './call-times.ts'

export type CallClock = ReadingPlace & {
  /** An instant as one says it now: `today 3:20 PM`. */
  when: (at: string) => string
  /** The same on its own feet: `Thu, Nov 26, 3:20 PM EST`. */
  fully: (at: string) => string
  /** Said where the organization's clock is not that of this device; null where they agree. */
  zoneNote: string | null
}

const CallClockContext = createContext<CallClock | null>(null)
const TICK_MS = 15_000

export type CallClockProviderProps = {
  timeZone: string
  /** How far the server's clock is ahead of this device's. */
  aheadMs: number
  children: ReactNode
}

/** Tells all of a page's instants in the organization's zone, by the server's clock. */
export function CallClockProvider({ timeZone, aheadMs, children }: CallClockProviderProps) {
  const [deviceMs, setDeviceMs] = useState(() => Date.now())
  useInterval(() => setDeviceMs(Date.now()), TICK_MS, { autoInvoke: true })
  const clock = useMemo((): CallClock => {
    const place = { timeZone, nowMs: deviceMs + aheadMs, locale: readerLocale() }
    const deviceZone = Intl.DateTimeFormat().resolvedOptions().timeZone
    return {
      ...place,
      when: (at) => whenWords(at, place),
      fully: (at) => fullWords(at, place),
      zoneNote: readsDifferently(timeZone, deviceZone, place.nowMs)
        ? zoneWord(timeZone, place.nowMs)
        : null,
    }
  }, [timeZone, aheadMs, deviceMs])
  return <CallClockContext value={clock}>{children}</CallClockContext>
}

export function useCallClock(): CallClock {
  const clock = useContext(CallClockContext)
  if (clock === null) throw new Error('useCallClock needs a CallClockProvider above it')
  return clock
}
