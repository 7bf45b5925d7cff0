import { joinWords } from './schedule-summary.ts'

/** Who saved the schedule while it was being edited: somebody else, or the editor by restoring. */
export type SavedBy = 'somebody' | 'oneself'

export const conflictTitles: Record<SavedBy, string> = {
  somebody: 'Someone else saved this schedule while you were editing',
  oneself: 'You restored an older version while you were editing',
}

export const changeListLabels: Record<SavedBy, string> = {
  somebody: 'What the other person changed',
  oneself: 'What the restored version changed',
}

/** What an editor may do about it. */
export const conflictChoices: Record<SavedBy, { merge: string; load: string } | undefined> = {
  somebody: undefined,
  oneself: { merge: 'Put my changes on top of it', load: 'Keep it and drop my changes' },
}

export function savedWords(by: SavedBy, when: string, hasChanges: boolean): string {
  const word = by === 'oneself' ? 'Restored' : 'Saved'
  return `${word} ${when}${hasChanges ? ', with these changes:' : ', without a difference.'}`
}

/** What becomes of edits in the parts that both changed. */
export function clashWords(by: SavedBy, clashes: readonly string[]): string {
  if (clashes.length === 0) return 'Your changes are not saved yet.'
  const parts = joinWords(clashes)
  return by === 'oneself'
    ? `Your changes are not saved yet. The restored version differs in ${parts} too: put on top, yours would replace it.`
    : `Your changes are not saved yet. You both changed ${parts}: put on top, yours would replace theirs.`
}
