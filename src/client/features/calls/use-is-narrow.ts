import { useMediaQuery } from '@mantine/hooks'
import { useRef } from 'react'

/** Whether columns have no room, so that calls show as cards. */
export const useIsNarrow = (): boolean => useScreenQuery('(max-width: 47.99em)', false)

/** Whether the opened call has room beside the list. */
export const useHasRoomBeside = (): boolean => useScreenQuery('(min-width: 75em)', true)

/** As on the screen: paper is of another width, and what is half written must outlive its printing. */
function useScreenQuery(query: string, initial: boolean): boolean {
  const answer = useMediaQuery(query, initial, { getInitialValueInEffect: false })
  const onScreen = useRef(answer)
  if (!window.matchMedia('print').matches) onScreen.current = answer
  return onScreen.current
}
