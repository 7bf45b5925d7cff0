import { notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import { t } from '../i18n/t.ts'
import { callWhenQuiet } from './call-later.ts'

/** A component that is fetched once it is wanted, and drawn only when it is there. */
export type Part<Component> = {
  /** Null until it has been fetched. */
  get: () => Component | null
  /** Answers whether it is there; where not, the person has been told. */
  fetch: () => Promise<boolean>
  /** Fetches it ahead, without a word. */
  warm: () => Promise<void>
}

const parts = new Set<Part<unknown>>()

export function createPart<Component>(load: () => Promise<Component>): Part<Component> {
  let loaded: Component | null = null
  let loading: Promise<void> | null = null
  const begin = () => {
    loading ??= load().then((component) => {
      loaded = component
    })
    return loading
  }
  // The next wish asks anew.
  const forget = () => {
    loading = null
  }
  const part: Part<Component> = {
    get: () => loaded,
    async fetch() {
      try {
        await begin()
        return true
      } catch {
        forget()
        notifications.show({
          color: 'red',
          title: t('This could not be opened'),
          message: t(
            'Check your connection and try again. If that does not help, reload the page.',
          ),
        })
        return false
      }
    },
    warm: () => begin().catch(forget),
  }
  parts.add(part)
  return part
}

/** The part, once it is wanted and there; it then stays, to go as it likes. */
export function usePart<Component>(part: Part<Component>, isWanted: boolean): Component | null {
  const [isThere, setIsThere] = useState(() => isWanted && part.get() !== null)
  useEffect(() => {
    if (!isWanted || isThere) return
    void part.fetch().then((isFetched) => isFetched && setIsThere(true))
  }, [part, isWanted, isThere])
  return isThere ? part.get() : null
}

const QUIET_MS = 10_000
/** One right after the other, they would hold up what changes meanwhile. */
const BETWEEN_MS = 400

/** Fetches every part, one after the other in quiet moments: its first use is then as quick as the others. */
export function useWarmParts(): void {
  useEffect(() => {
    let left: Part<unknown>[] = []
    let stop = callWhenQuiet(QUIET_MS, () => {
      left = [...parts]
      warmNext()
    })
    function warmNext(): void {
      void left
        .shift()
        ?.warm()
        .then(() => {
          stop = callWhenQuiet(BETWEEN_MS, warmNext)
        })
    }
    return () => {
      left.length = 0
      stop()
    }
  }, [])
}
