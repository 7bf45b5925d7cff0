import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { t } from '../i18n/t.ts'

/** The way from light to dark, or back, and what it is called. */
export function useOtherColors() {
  const { setColorScheme } = useMantineColorScheme()
  const isDark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark'
  return {
    isDark,
    label: isDark ? t('Switch to light colours') : t('Switch to dark colours'),
    turn: () => setColorScheme(isDark ? 'light' : 'dark'),
  }
}
