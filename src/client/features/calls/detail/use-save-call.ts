import { useState } from 'react'
import type { Call, CallDetail } from '../../../../server/domain/call.schema.ts'
import type { CorrectableField } from '../../../../server/domain/feedback-originals.ts'
import { failureCode, failureReason } from '../../../components/failure-reason.ts'
import { tellUnsaved } from '../../../components/tell-unsaved.tsx'
import { useIsSeen } from '../../../components/use-is-seen.ts'
import { t } from '../../../i18n/t.ts'
import { withAnswer } from '../../../lib/newer-call.ts'
import { trpc } from '../../../lib/trpc.ts'
import { unsavedWords } from './edit-words.ts'

/** What a person may write into a call by hand. */
export type CallEdit = { notes: string | null } | { tags: string[] } | FeedbackEdit

export type FeedbackEdit = Partial<Pick<CallDetail, CorrectableField>>

export type SaveOutcome =
  | { kind: 'saved'; call: Call }
  /** Somebody else changed the same field; `theirs` is the call with their words. */
  | { kind: 'conflict'; theirs: CallDetail }
  /** `isUnknown` where the server knows them no longer: words told then would stay for who comes next. */
  | { kind: 'failed'; reason: string; isUnknown: boolean }

export type UnsavedOutcome = Exclude<SaveOutcome, { kind: 'saved' }>

export type SaveRequest = {
  edit: CallEdit
  /** The call as it was when the editing began. */
  base: CallDetail
  /** The field changed under the editing person's hands. */
  hasSameFieldChanged: (now: CallDetail) => boolean
}

/**
 * Saves an edit on condition that nobody else changed the same field. The version grows with every
 * ring of the call, so a refused one is tried again when only other fields have changed. What could
 * not be saved once the editor is gone, since another call stands open, is told in its own place.
 */
export function useSaveCall() {
  const utils = trpc.useUtils()
  const { mutateAsync } = trpc.calls.update.useMutation()
  const [isSaving, setIsSaving] = useState(false)
  const isSeen = useIsSeen()

  const attempt = async (request: SaveRequest, version: number): Promise<SaveOutcome> => {
    const { id } = request.base
    try {
      const call = await mutateAsync({ id, expectedVersion: version, ...request.edit })
      utils.calls.byId.setData({ id }, (known) => withAnswer(known, call))
      return { kind: 'saved', call }
    } catch (error) {
      if (failureCode(error) !== 'CONFLICT') return failed(error)
      const now = await utils.client.calls.byId.query({ id })
      if (request.hasSameFieldChanged(now)) return { kind: 'conflict', theirs: now }
      if (now.version === version) return failed(error)
      return attempt(request, now.version)
    }
  }

  const save = async (request: SaveRequest): Promise<SaveOutcome> => {
    setIsSaving(true)
    const outcome = await attempt(request, request.base.version).catch(failed)
    setIsSaving(false)
    const isUnknown = outcome.kind === 'failed' && outcome.isUnknown
    if (outcome.kind !== 'saved' && !isSeen.current && !isUnknown) {
      tellUnsaved({
        title: t('Your changes to the call of {name} are not saved', {
          name: request.base.customerName,
        }),
        reason:
          outcome.kind === 'failed'
            ? outcome.reason
            : t('Somebody else changed the same words meanwhile.'),
        words: unsavedWords(request.edit),
      })
    }
    return outcome
  }
  return { save, isSaving }
}

const failed = (error: unknown): SaveOutcome => ({
  kind: 'failed',
  reason: failureReason(error),
  isUnknown: failureCode(error) === 'UNAUTHORIZED',
})
