import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import {
  type CorrectableField,
  correctableFields,
} from '../../../../server/domain/feedback-originals.ts'
import type { FeedbackEdit } from './use-save-call.ts'

export type Feedback = Pick<CallDetail, CorrectableField>

export const feedbackOf = ({
  npsScore,
  rating,
  positiveMentions,
  areasToImprove,
  feedbackSummary,
}: CallDetail): Feedback => ({
  npsScore,
  rating,
  positiveMentions,
  areasToImprove,
  feedbackSummary,
})

const isSame = (a: Feedback, b: Feedback, field: CorrectableField) =>
  JSON.stringify(a[field]) === JSON.stringify(b[field])

/** What was changed alone, so that nobody's change of another field is written over. */
export function editBetween(before: Feedback, after: Feedback): FeedbackEdit {
  const changed = correctableFields.filter((field) => !isSame(before, after, field))
  return Object.fromEntries(changed.map((field) => [field, after[field]]))
}

/** Whether somebody else changed a field that this edit changes too. */
export const clashes = (edit: FeedbackEdit, base: Feedback, now: Feedback): boolean =>
  correctableFields.some((field) => field in edit && !isSame(base, now, field))

export function hasFindings(call: CallDetail): boolean {
  const { npsScore, rating, callReason, feedbackSummary, overallFeedback } = call
  return (
    npsScore !== null ||
    rating !== null ||
    [feedbackSummary, overallFeedback, callReason].some(Boolean) ||
    call.positiveMentions.length + call.areasToImprove.length > 0
  )
}
