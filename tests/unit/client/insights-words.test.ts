import { expect, it } from 'vitest'
import { changeWords } from '../../../src/client/features/insights/insights-words.ts'

it('says chance only where it is chance that may explain a change', () => {
  const interval95 = { low: -1, high: 21 }
  const unclear = { difference: 10, interval95, isClear: false, isHiddenByUncounted: false }
  expect(changeWords(unclear)).toBe('may be chance')
  expect(changeWords({ ...unclear, isHiddenByUncounted: true })).toBe(
    'erased answers may explain it',
  )
})
