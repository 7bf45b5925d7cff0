import { notifications } from '@mantine/notifications'
import { useMemo, useState } from 'react'
import type { ScheduleConfig } from '../../../server/domain/schedule-config.schema.ts'
import type { SavedScheduleConfig } from '../../../server/domain/schedule-config-version.schema.ts'
import { failureCode, failureReason } from '../../components/failure-reason.ts'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { useSetPaused } from '../../lib/use-set-paused.ts'
import { changedParts, mergeSchedules } from './merge-schedules.ts'
import { findProblems, type Problems, placeServerIssues } from './schedule-problems.ts'

/** What every section of the form is given. */
export type ScheduleEditing = {
  draft: ScheduleConfig
  problems: Problems
  change: (patch: Partial<ScheduleConfig>) => void
}

const NO_PROBLEMS: Problems = {}

/**
 * The draft of a schedule, held against the saved one it began with. A newer saved schedule is taken
 * over at once while nothing was edited; after that it is a conflict, and the person decides.
 */
export function useScheduleEditor(newest: SavedScheduleConfig) {
  const utils = trpc.useUtils()
  const [base, setBase] = useState(newest)
  const [draft, setDraft] = useState(newest.config)
  const [serverProblems, setServerProblems] = useState(NO_PROBLEMS)
  const [restoredVersion, setRestoredVersion] = useState<number | null>(null)

  const isDirty = changedParts(base.config, draft).length > 0
  if (newest.version > base.version && !isDirty) {
    setBase(newest)
    setDraft(newest.config)
  }
  const ownProblems = useMemo(() => findProblems(draft), [draft])
  const problems = useMemo(
    () => ({ ...serverProblems, ...ownProblems }),
    [serverProblems, ownProblems],
  )

  const update = trpc.scheduleConfig.update.useMutation()
  const pausing = useSetPaused()

  const change = (patch: Partial<ScheduleConfig>) => {
    setDraft((current) => ({ ...current, ...patch }))
    setServerProblems(NO_PROBLEMS)
  }

  const startFrom = (saved: SavedScheduleConfig, config = saved.config) => {
    setBase(saved)
    setDraft(config)
    setServerProblems(NO_PROBLEMS)
    update.reset()
  }

  const save = () => {
    setServerProblems(NO_PROBLEMS)
    update.mutate(
      { config: draft, expectedVersion: base.version },
      {
        onSuccess: (saved) => {
          utils.scheduleConfig.get.setData(undefined, saved)
          void utils.scheduleConfig.history.invalidate()
          setBase(saved)
          // What was edited while the answer was on its way stays a draft.
          setDraft((current) => (current === draft ? saved.config : current))
          notifications.show({
            color: 'teal',
            message: t('Schedule saved. It holds from now on.'),
            // Not over the bar that saves.
            position: 'top-right',
          })
        },
        onError: (error) => {
          setServerProblems(placeServerIssues(error.data?.issues ?? []))
          if (failureCode(error) === 'CONFLICT') void utils.scheduleConfig.get.invalidate()
        },
      },
    )
  }

  // Pausing must not wait for half-made edits, so it changes the saved schedule and nothing else.
  const setPaused = async (paused: boolean) => {
    const changed = await pausing.setPaused(paused)
    if (changed?.before.version !== base.version) return
    setBase(changed.saved)
    setDraft((edited) => ({ ...edited, paused }))
  }

  return {
    base,
    draft,
    problems,
    /** What keeps the draft from being saved; the server's objections may be put to it again. */
    ownProblems,
    isDirty,
    change,
    save,
    isSaving: update.isPending,
    /** Why the last save failed; a conflict is told by `theirs` instead. */
    saveError:
      update.error && failureCode(update.error) !== 'CONFLICT' ? failureReason(update.error) : null,
    pausing: { ...pausing, setPaused },
    discard: () => startFrom(newest),
    /** What was saved since the draft was begun: by somebody else, or by restoring a version. */
    theirs: newest.version > base.version && isDirty ? newest : null,
    savedBy: newest.version === restoredVersion ? ('oneself' as const) : ('somebody' as const),
    noteRestored: ({ version }: SavedScheduleConfig) => setRestoredVersion(version),
    mergeTheirs: () =>
      startFrom(newest, mergeSchedules({ base: base.config, mine: draft, theirs: newest.config })),
  }
}
