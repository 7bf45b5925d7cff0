import { type KeyboardEvent, useEffect, useState } from 'react'
import type { Weekday } from '../../../server/domain/time-of-day.ts'
import { t } from '../../i18n/t.ts'
import { readerWeek } from './reader-week.ts'
import type { ScheduleEditing } from './use-schedule-editor.ts'
import { gripId, spanWords } from './WindowBar.tsx'
import {
  addWindow,
  type Grip,
  otherSpans,
  putWindow,
  readKey,
  removeWindow,
  spanAfterKey,
  type WeekChange,
} from './week-changes.ts'
import type { PlacedSpan, TapeSpan, WindowPlace } from './week-tape.ts'
import { weekdayTitle } from './weekday-words.ts'

/** The button that adds a window to a day; the focus goes there from the last one removed. */
export const addButtonId = (weekday: Weekday) => `schedule-week-${weekday}-add`

/** All that can be done to the windows of a draft, with the focus following what was done. */
export function useWeekEditing({ draft, change }: Pick<ScheduleEditing, 'draft' | 'change'>) {
  const { weekly } = draft
  const [focusId, setFocusId] = useState<string | null>(null)
  const [said, setSaid] = useState('')

  // Only once the change is drawn does the window have the place in which it is to be found.
  useEffect(() => {
    if (focusId === null) return
    document.getElementById(focusId)?.focus()
    setFocusId(null)
  }, [focusId])

  const apply = ({ weekly: changed }: WeekChange, focus: string | null) => {
    change({ weekly: changed })
    setFocusId(focus)
  }

  const put = (span: TapeSpan, replaced: WindowPlace | null, grip: Grip = 'body') => {
    const changed = putWindow(weekly, { span, replaced, week: readerWeek })
    setSaid('')
    apply(changed, changed.place && gripId(changed.place, grip))
  }

  const add = (weekday: Weekday) => {
    const changed = addWindow(weekly, weekday)
    setSaid('')
    apply(changed, changed.place && gripId(changed.place, 'body'))
  }

  const remove = (placed: PlacedSpan) => {
    const changed = removeWindow(weekly, placed)
    setSaid(
      t('{day} {hours} removed.', {
        day: weekdayTitle(placed.weekday),
        hours: spanWords(placed),
      }),
    )
    apply(changed, changed.place ? gripId(changed.place, 'body') : addButtonId(placed.weekday))
  }

  const onKeyDown = (placed: PlacedSpan, grip: Grip, event: KeyboardEvent) => {
    const wish = readKey(grip, event)
    if (wish === null || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    if (wish.kind === 'remove') return remove(placed)
    if (wish.kind === 'add') return add(placed.weekday)
    const span = spanAfterKey(placed, grip, wish, otherSpans(weekly, placed, readerWeek))
    if (span) put(span, placed, grip)
    else setSaid(t('No room: the week or another window ends there.'))
  }

  return { put, add, onKeyDown, said }
}
