import { useMediaQuery } from '@mantine/hooks'

/** Whether columns have no room, so that calls show as cards. */
export const useIsNarrow = (): boolean =>
  useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false })

/** Whether the opened call has room beside the list. */
export const useHasRoomBeside = (): boolean =>
  useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false })
