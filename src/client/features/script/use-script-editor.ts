import { notifications } from '@mantine/notifications'
import { useMemo, useState } from 'react'
import type { CallScript } from '../../../server/domain/call-script.schema.ts'
import type { ScriptStep } from '../../../server/domain/call-script-texts.ts'
import type { SavedCallScript } from '../../../server/domain/call-script-version.schema.ts'
import type { ConversationLanguage } from '../../../server/domain/conversation-language.ts'
import { failureCode, failureReason } from '../../components/failure-reason.ts'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { isSameScript, mergeScripts } from './merge-scripts.ts'
import { checkDraft, type Problems, placeServerIssues } from './script-problems.ts'

const NO_PROBLEMS: Problems = {}

/** The draft of a script, held against the saved one that it began with. */
export function useScriptEditor(newest: SavedCallScript, campaignId: string | null) {
  const utils = trpc.useUtils()
  const [base, setBase] = useState(newest)
  const [draft, setDraft] = useState(newest.script)
  const [serverProblems, setServerProblems] = useState(NO_PROBLEMS)

  const isDirty = !isSameScript(base.script, draft)
  if (newest !== base && !isDirty) {
    setBase(newest)
    setDraft(newest.script)
  }
  const checked = useMemo(() => checkDraft(draft), [draft])
  const saving = trpc.callScript.save.useMutation()

  const change = (patch: Partial<CallScript>) => {
    setDraft((current) => ({ ...current, ...patch }))
    setServerProblems(NO_PROBLEMS)
  }

  const changeText = (language: ConversationLanguage, step: ScriptStep, text: string) => {
    const texts = draft.languages[language]
    if (texts === undefined) return
    change({ languages: { ...draft.languages, [language]: { ...texts, [step]: text } } })
  }

  const startFrom = (saved: SavedCallScript, script = saved.script) => {
    setBase(saved)
    setDraft(script)
    setServerProblems(NO_PROBLEMS)
    saving.reset()
  }

  const put = (script: CallScript | null, onSaved?: () => void) => {
    setServerProblems(NO_PROBLEMS)
    saving.mutate(
      { campaignId, script, expectedVersion: base.version },
      {
        onSuccess: (saved) => {
          utils.callScript.get.setData({ campaignId }, saved)
          // Campaigns without a script of their own speak from this one.
          if (campaignId === null) void utils.callScript.get.invalidate()
          setBase(saved)
          // What was written while the answer was on its way stays a draft.
          setDraft((current) => (current === draft ? saved.script : current))
          notifications.show({
            color: 'teal',
            message: t('Saved. The next call speaks from it.'),
            // Not over the bar that saves.
            position: 'top-right',
          })
          onSaved?.()
        },
        onError: (error) => {
          setServerProblems(placeServerIssues(error.data?.issues ?? []))
          if (failureCode(error) === 'CONFLICT')
            void utils.callScript.get.invalidate({ campaignId })
        },
      },
    )
  }

  return {
    base,
    draft,
    isDirty,
    change,
    changeText,
    /** The draft as it would be saved; null while something is in the way. */
    script: checked.script,
    problems: { ...serverProblems, ...checked.problems },
    /** What keeps the draft from being saved; the server's objections may be put to it again. */
    ownProblems: checked.problems,
    save: () => put(draft),
    /** Goes back to what lies beneath, and drops the draft. */
    reset: (onDone: () => void) => put(null, onDone),
    isSaving: saving.isPending,
    /** Why the last save failed; a conflict is told by `theirs` instead. */
    saveError:
      saving.error && failureCode(saving.error) !== 'CONFLICT' ? failureReason(saving.error) : null,
    discard: () => startFrom(newest),
    /** What somebody else saved since the draft was begun. */
    theirs: newest.version > base.version && isDirty ? newest : null,
    mergeTheirs: () =>
      startFrom(newest, mergeScripts({ base: base.script, mine: draft, theirs: newest.script })),
  }
}
export type ScriptEditing = ReturnType<typeof useScriptEditor>
