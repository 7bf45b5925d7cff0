import { t } from '../../i18n/t.ts'

/** What stands on the page, after "A low score opens a case". */
export function ruleWords(lowScore: number | null): string {
  if (lowScore === null) return t('No score opens one now.')
  if (lowScore === 0) return t('Low is 0 alone.')
  if (lowScore === 10) return t('Every score opens one now.')
  return t('Low is 0 to {score} of 10.', { score: lowScore })
}

function choiceWords(lowScore: number): string {
  if (lowScore === 0) return t('0 alone')
  return lowScore === 10 ? t('Every score') : t('0 to {score}', { score: lowScore })
}

const NEVER = 'never'
export const ruleChoices = [
  { value: NEVER, label: t('No score|rule') },
  ...Array.from({ length: 11 }, (_, score) => ({
    value: String(score),
    label: choiceWords(score),
  })),
]
export const choiceOf = (lowScore: number | null): string => String(lowScore ?? NEVER)
export const lowScoreOf = (choice: string): number | null =>
  choice === NEVER ? null : Number(choice)
