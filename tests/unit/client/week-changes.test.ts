import { describe, expect, it } from 'vitest'
import {
  addWindow,
  type Grip,
  otherSpans,
  putWindow,
  readKey,
  removeWindow,
  spanAfterKey,
} from '../../../src/client/features/schedule/week-changes.ts'
import { WEEK_PRESETS } from '../../../src/client/features/schedule/week-presets.ts'
import { spansOf, type WindowPlace } from '../../../src/client/features/schedule/week-tape.ts'
import { scheduleConfigSchema } from '../../../src/server/domain/schedule-config.schema.ts'

const morning = { start: '09:00', end: '12:00' }
const evening = { start: '17:00', end: '20:00' }
const { weekly } = scheduleConfigSchema.parse({
  weekly: { monday: [morning, evening], tuesday: [evening] },
})
const place = (weekday: WindowPlace['weekday'], index: number): WindowPlace => ({ weekday, index })

describe('changing a week', () => {
  it('keeps the windows of a day in order and says where the changed one is', () => {
    const changed = putWindow(weekly, { from: 18 * 60, to: 22 * 60 }, place('monday', 0))
    expect(changed.weekly.monday).toEqual([evening, { start: '18:00', end: '22:00' }])
    expect(changed.place).toEqual(place('monday', 1))
  })

  it('moves a window to the day on which it now starts', () => {
    const changed = putWindow(weekly, { from: 1440 + 540, to: 1440 + 720 }, place('monday', 0))
    expect(changed.weekly).toEqual({ ...weekly, monday: [evening], tuesday: [morning, evening] })
    expect(changed.place).toEqual(place('tuesday', 0))
  })

  it('says which window follows a removed one, and that none does', () => {
    expect(removeWindow(weekly, place('monday', 1)).place).toEqual(place('monday', 0))
    expect(removeWindow(weekly, place('tuesday', 0))).toEqual({
      weekly: { ...weekly, tuesday: [] },
      place: null,
    })
  })

  it('adds a window to a day', () => {
    expect(addWindow(weekly, 'sunday').weekly.sunday).toHaveLength(1)
  })
})

describe('a key on a window', () => {
  const after = (grip: Grip, key: string, shiftKey = false) => {
    const wish = readKey(grip, { key, shiftKey })
    const [held] = spansOf(weekly)
    if (!held || wish === null || wish.kind === 'add' || wish.kind === 'remove') return wish
    const span = spanAfterKey(held, grip, wish, otherSpans(weekly, held))
    return span && putWindow(weekly, span, held).weekly[span.from < 1440 ? 'monday' : 'tuesday'][0]
  }

  it.each<[Grip, string, boolean, unknown]>([
    ['body', 'ArrowRight', false, { start: '09:15', end: '12:15' }],
    ['body', 'ArrowLeft', true, { start: '08:00', end: '11:00' }],
    ['body', 'ArrowDown', false, morning],
    ['body', 'ArrowUp', false, null],
    ['body', 'Home', false, { start: '00:00', end: '03:00' }],
    ['start', 'ArrowUp', false, { start: '09:15', end: '12:00' }],
    ['start', 'End', false, { start: '11:45', end: '12:00' }],
    ['end', 'ArrowLeft', false, { start: '09:00', end: '11:45' }],
    ['end', 'PageUp', false, { start: '09:00', end: '13:00' }],
    ['end', 'End', false, { start: '09:00', end: '17:00' }],
    ['body', 'Delete', false, { kind: 'remove' }],
    ['body', '+', false, { kind: 'add' }],
    ['body', 'x', false, null],
  ])('%s: %s (shift %s)', (grip, key, shift, expected) => {
    expect(after(grip, key, shift)).toEqual(expected)
  })
})

describe('the presets', () => {
  it.each(WEEK_PRESETS.map(({ name, weekly: week }) => [name, week] as const))(
    '%s is a schedule as it stands',
    (_, week) => {
      expect(scheduleConfigSchema.safeParse({ weekly: week }).success).toBe(true)
    },
  )
})
