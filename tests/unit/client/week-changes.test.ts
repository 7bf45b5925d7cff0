import { describe, expect, it } from 'vitest'
import { weekFrom } from '../../../src/client/features/schedule/reader-week.ts'
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
import {
  spansOf,
  type TapeSpan,
  type WindowPlace,
  weekdayOf,
} from '../../../src/client/features/schedule/week-tape.ts'
import { scheduleConfigSchema } from '../../../src/server/domain/schedule-config.schema.ts'
import { WEEKDAYS, type Weekday } from '../../../src/server/domain/time-of-day.ts'

const morning = { start: '09:00', end: '12:00' }
const evening = { start: '17:00', end: '20:00' }
const { weekly } = scheduleConfigSchema.parse({
  weekly: { monday: [morning, evening], tuesday: [evening] },
})
const closed = scheduleConfigSchema.parse({
  weekly: Object.fromEntries(WEEKDAYS.map((day) => [day, []])),
}).weekly
const week = weekFrom(1)
const place = (weekday: WindowPlace['weekday'], index: number): WindowPlace => ({ weekday, index })

describe('changing a week', () => {
  const put = (span: TapeSpan, replaced: WindowPlace) => putWindow(weekly, { span, replaced, week })
  it('keeps the windows of a day in order and says where the changed one is', () => {
    const changed = put({ from: 18 * 60, to: 22 * 60 }, place('monday', 0))
    expect(changed.weekly.monday).toEqual([evening, { start: '18:00', end: '22:00' }])
    expect(changed.place).toEqual(place('monday', 1))
  })

  it('moves a window to the day on which it now starts', () => {
    const changed = put({ from: 1440 + 540, to: 1440 + 720 }, place('monday', 0))
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
    const [held] = spansOf(weekly, week)
    if (!held || wish === null || wish.kind === 'add' || wish.kind === 'remove') return wish
    const span = spanAfterKey(held, grip, wish, otherSpans(weekly, held, week))
    if (span === null) return null
    const changed = putWindow(weekly, { span, replaced: held, week })
    return changed.weekly[span.from < 1440 ? 'monday' : 'tuesday'][0]
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

describe('the keys between the rows of a week', () => {
  const leads = (day: Weekday, key: string, first: number) => {
    const only = { ...closed, [day]: [morning] }
    const [held] = spansOf(only, weekFrom(first))
    const wish = readKey('body', { key, shiftKey: false })
    if (!held || wish?.kind !== 'by') throw new Error('There is no such key')
    const span = spanAfterKey(held, 'body', wish, [])
    return span && weekdayOf(span, weekFrom(first))
  }

  it.each<[Weekday, string, number, Weekday | null]>([
    ['monday', 'ArrowUp', 1, null],
    ['monday', 'ArrowUp', 0, 'sunday'],
    ['sunday', 'ArrowUp', 0, null],
    ['sunday', 'ArrowDown', 0, 'monday'],
    ['saturday', 'ArrowDown', 0, null],
    ['saturday', 'ArrowDown', 1, 'sunday'],
    ['friday', 'ArrowDown', 6, null],
  ])('from %s by %s in a week from weekday %i on lead to %s', (day, key, first, expected) => {
    expect(leads(day, key, first)).toBe(expected)
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
