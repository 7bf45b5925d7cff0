import { useState } from 'react'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import type { CorrectableField } from '../../../../server/domain/feedback-originals.ts'
import { failureCode, failureReason } from '../../../components/failure-reason.ts'
import { withAnswer } from '../../../lib/newer-call.ts'
import { trpc } from '../../../lib/trpc.ts'

/** What a person may write into a call by hand. */
export type CallEdit = { notes: string | null } | { tags: string[] } | FeedbackEdit

export type FeedbackEdit = Partial<Pick<CallDetail, CorrectableField>>

export type SaveOutcome =
  | { kind: 'saved'; call: { version: number } }
  /** Somebody else changed the same field; `theirs` is the call with their words. */
  | { kind: 'conflict'; theirs: CallDetail }
  | { kind: 'failed'; reason: string }

export type SaveRequest = {
  edit: CallEdit
  /** The call as it was when the editing began. */
  base: CallDetail
  /** The field changed under the editing person's hands. */
  hasSameFieldChanged: (now: CallDetail) => boolean
}

/**
 * Saves an edit on condition that nobody else changed the same field. The version grows with every
 * ring of the call, so a refused one is tried again when only other fields have changed.
 */
export function useSaveCall() {
  const utils = trpc.useUtils()
  const { mutateAsync } = trpc.calls.update.useMutation()
  const [isSaving, setIsSaving] = useState(false)

  const attempt = async (request: SaveRequest, version: number): Promise<SaveOutcome> => {
    const { id } = request.base
    try {
      const call = await mutateAsync({ id, expectedVersion: version, ...request.edit })
      utils.calls.byId.setData({ id }, (known) => withAnswer(known, call))
      return { kind: 'saved', call }
    } catch (error) {
      if (failureCode(error) !== 'CONFLICT') return { kind: 'failed', reason: failureReason(error) }
      const now = await utils.calls.byId.fetch({ id }, { staleTime: 0 })
      if (request.hasSameFieldChanged(now)) return { kind: 'conflict', theirs: now }
      if (now.version === version) return { kind: 'failed', reason: failureReason(error) }
      return attempt(request, now.version)
    }
  }

  const save = async (request: SaveRequest): Promise<SaveOutcome> => {
    setIsSaving(true)
    try {
      return await attempt(request, request.base.version)
    } catch (error) {
      return { kind: 'failed', reason: failureReason(error) }
    } finally {
      setIsSaving(false)
    }
  }
  return { save, isSaving }
}
