import { Button, Group, NativeSelect, Stack, TagsInput, Text, Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Call, CallDetail } from '../../../../server/domain/call.schema.ts'
import { UnsavedChangesGuard } from '../../../components/UnsavedChangesGuard.tsx'
import { t } from '../../../i18n/t.ts'
import type { BegunMentions, CallDraft } from './call-drafts.ts'
import { clashes, editBetween, type Feedback, feedbackOf } from './feedback-edit.ts'
import { type UnsavedOutcome, useSaveCall } from './use-save-call.ts'

type Drafted = NonNullable<CallDraft['feedback']>

export type FeedbackEditorProps = {
  drafted: Drafted
  isJustOpened: boolean
  onChange: (change: Partial<Feedback>) => void
  onBegun: (begun: BegunMentions) => void
  onSaved: (sent: Drafted, saved: Call) => void
  onDone: () => void
}

const NPS_CHOICES = Array.from({ length: 11 }, (_, score) => String(score))
const RATING_CHOICES = ['1', '2', '3', '4', '5']
const MAX_SUMMARY = 5000
const MAX_MENTIONS = 20

/** Puts right what was read out of a conversation; what it was read as is kept. */
export function FeedbackEditor({
  drafted,
  isJustOpened,
  onChange,
  onBegun,
  onSaved,
  onDone,
}: FeedbackEditorProps) {
  const { save, isSaving } = useSaveCall()
  const { words: draft, base } = drafted
  const [problem, setProblem] = useState<UnsavedOutcome | null>(null)
  const firstField = useRef<HTMLSelectElement>(null)
  // The button that opened it went as it came.
  useEffect(() => {
    if (isJustOpened) firstField.current?.focus()
  }, [isJustOpened])
  const summary = draft.feedbackSummary?.trim() || null
  const edit = editBetween(feedbackOf(base), { ...draft, feedbackSummary: summary })
  const isChanged = Object.keys(edit).length > 0

  const send = async (from: CallDetail) => {
    if (!isChanged) return onDone()
    const hasSameFieldChanged = (now: CallDetail) =>
      clashes(edit, feedbackOf(from), feedbackOf(now))
    const outcome = await save({ edit, base: from, hasSameFieldChanged })
    if (outcome.kind !== 'saved') return setProblem(outcome)
    setProblem(null)
    onSaved(drafted, outcome.call)
  }
  const mentions = (field: keyof BegunMentions, label: string) => (
    <TagsInput
      size="sm"
      label={label}
      description={t('Press Enter after each')}
      splitChars={[]}
      maxTags={MAX_MENTIONS}
      acceptValueOnBlur
      value={draft[field]}
      searchValue={drafted.begun[field] ?? ''}
      onSearchChange={(words) => onBegun({ [field]: words })}
      onChange={(value) => onChange({ [field]: value })}
    />
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send(base)
      }}
    >
      <UnsavedChangesGuard isDirty={isChanged && !isSaving} what={t('the feedback')} />
      <Stack gap="sm">
        <Group gap="sm" grow>
          <NativeSelect
            label={t('NPS')}
            ref={firstField}
            value={wordOf(draft.npsScore)}
            data={[{ value: '', label: t('No score') }, ...NPS_CHOICES]}
            onChange={(event) => onChange({ npsScore: numberOf(event.currentTarget.value) })}
          />
          <NativeSelect
            label={t('Rating')}
            value={wordOf(draft.rating)}
            data={[{ value: '', label: t('No rating') }, ...RATING_CHOICES]}
            onChange={(event) => onChange({ rating: numberOf(event.currentTarget.value) })}
          />
        </Group>
        {mentions('positiveMentions', t('Praised'))}
        {mentions('areasToImprove', t('To improve'))}
        <Textarea
          label={t('Summary')}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={MAX_SUMMARY}
          value={draft.feedbackSummary ?? ''}
          onChange={(event) => onChange({ feedbackSummary: event.currentTarget.value })}
        />
        {problem !== null && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {problem.kind === 'failed'
              ? t('Your changes are not saved: {reason}', { reason: problem.reason })
              : t('Somebody else changed the same feedback meanwhile.')}
          </Text>
        )}
        <Group gap="xs">
          {problem?.kind === 'conflict' ? (
            <Button size="xs" loading={isSaving} onClick={() => void send(problem.theirs)}>
              {t('Save mine instead')}
            </Button>
          ) : (
            <Button size="xs" type="submit" loading={isSaving}>
              {t('Save feedback')}
            </Button>
          )}
          <Button size="xs" variant="default" disabled={isSaving} onClick={onDone}>
            {problem?.kind === 'conflict' ? t('Keep theirs') : t('Discard')}
          </Button>
          <Text size="xs" c="dimmed">
            {t('What the conversation brought is kept.')}
          </Text>
        </Group>
      </Stack>
    </form>
  )
}

const wordOf = (value: number | null) => (value === null ? '' : String(value))
const numberOf = (word: string) => (word === '' ? null : Number(word))
