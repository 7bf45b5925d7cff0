import { useLocalStorage } from '@mantine/hooks'
import type { CallTab } from '../../../../server/domain/call-status.ts'
import { readColumnChoice, usualColumns } from './column-choice.ts'

/** The columns of a tab as this person wants them, on this device: widths fit the screen they sit at. */
export const useColumnChoice = (tab: CallTab) =>
  useLocalStorage({
    key: `ringback.columns.${tab}`,
    defaultValue: usualColumns,
    deserialize: readColumnChoice,
    getInitialValueInEffect: false,
  })
