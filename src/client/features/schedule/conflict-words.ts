import { joinWords } from '../../i18n/join-words.ts'
import { ofServer, t } from '../../i18n/t.ts'

/** Who saved the schedule while it was being edited: somebody else, or the editor by restoring. */
export type SavedBy = 'somebody' | 'oneself'

export const conflictTitles: Record<SavedBy, string> = {
  somebody: t('Someone else saved this schedule while you were editing'),
  oneself: t('You restored an older version while you were editing'),
}

export const changeListLabels: Record<SavedBy, string> = {
  somebody: t('What the other person changed'),
  oneself: t('What the restored version changed'),
}

/** What an editor may do about it. */
export const conflictChoices: Record<SavedBy, { merge: string; load: string } | undefined> = {
  somebody: undefined,
  oneself: {
    merge: t('Put my changes on top of it'),
    load: t('Keep it and drop my changes'),
  },
}

export function savedWords(by: SavedBy, when: string, hasChanges: boolean): string {
  if (by === 'oneself') {
    return hasChanges
      ? t('Restored {when}, with these changes:', { when })
      : t('Restored {when}, without a difference.', { when })
  }
  return hasChanges
    ? t('Saved {when}, with these changes:', { when })
    : t('Saved {when}, without a difference.', { when })
}

/** What becomes of edits in the parts that both changed. */
export function clashWords(by: SavedBy, clashes: readonly string[]): string {
  if (clashes.length === 0) return t('Your changes are not saved yet.')
  const parts = joinWords(clashes.map(ofServer))
  return by === 'oneself'
    ? t(
        'Your changes are not saved yet. The restored version differs in {parts} too: put on top, yours would replace it.',
        { parts },
      )
    : t(
        'Your changes are not saved yet. You both changed {parts}: put on top, yours would replace theirs.',
        { parts },
      )
}
