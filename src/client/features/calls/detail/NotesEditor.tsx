import { Alert, Button, Group, Text, Textarea } from '@mantine/core'
import { useId, useState } from 'react'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { UnsavedChangesGuard } from '../../../components/UnsavedChangesGuard.tsx'
import { WhyNot } from '../../../components/WhyNot.tsx'
import { t } from '../../../i18n/t.ts'
import { useWhyNot } from '../../../lib/rights.tsx'
import { Section } from './Section.tsx'
import { useCallDraft } from './use-call-draft.tsx'
import { type UnsavedOutcome, useSaveCall } from './use-save-call.ts'

const MAX_LENGTH = 5000

export function NotesEditor({ call }: { call: CallDetail }) {
  const { save, isSaving } = useSaveCall()
  const { draft: drafted, change } = useCallDraft(call.id)
  const draft = drafted.note
  const [problem, setProblem] = useState<UnsavedOutcome | null>(null)
  const [sent, setSent] = useState<string | null>(null)
  const saved = call.notes ?? ''
  const whyNot = useWhyNot('calls.work', 'write notes')
  const whyNotId = useId()
  const isChanged = draft !== null && draft.text !== (draft.base.notes ?? '')

  const forget = () => {
    change((now) => ({ ...now, note: null }))
    setProblem(null)
  }
  const send = async (base: CallDetail) => {
    if (draft === null) return
    setSent(draft.text)
    const outcome = await save({
      edit: { notes: draft.text.trim() || null },
      base,
      hasSameFieldChanged: (now) => now.notes !== base.notes,
    })
    if (outcome.kind !== 'saved') return setProblem(outcome)
    setProblem(null)
    // What was written while it was being saved is the next change.
    change((now) => ({
      ...now,
      note:
        now.note === null || now.note.text === draft.text
          ? null
          : { text: now.note.text, base: { ...base, ...outcome.call } },
    }))
  }

  return (
    <Section title={t('Notes')}>
      <UnsavedChangesGuard
        isDirty={isChanged && !(isSaving && draft.text === sent)}
        what={t('the note')}
      />
      <Textarea
        aria-label={t('Notes')}
        placeholder={whyNot === null ? t('What should the next person know?') : t('No notes')}
        readOnly={whyNot !== null}
        aria-describedby={whyNot === null ? undefined : whyNotId}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={MAX_LENGTH}
        value={draft?.text ?? saved}
        onChange={(event) => {
          const text = event.currentTarget.value
          const base = draft?.base ?? call
          // Nothing of their own is left, which would hide what others write.
          if (text === (base.notes ?? '') && !isSaving) return forget()
          change((now) => ({ ...now, note: { text, base } }))
        }}
      />
      {whyNot !== null && <WhyNot id={whyNotId}>{whyNot}</WhyNot>}
      {problem?.kind === 'failed' && (
        <Text size="sm" c="var(--mantine-color-error)" mt="xs" role="alert">
          {t('Your note is not saved: {reason}', { reason: problem.reason })}
        </Text>
      )}
      {problem?.kind === 'conflict' && (
        <Alert color="yellow" mt="xs" title={t('Somebody else wrote here meanwhile')} role="alert">
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {problem.theirs.notes ?? t('They removed the note.')}
          </Text>
          <Group gap="xs" mt="sm">
            <Button size="xs" loading={isSaving} onClick={() => void send(problem.theirs)}>
              {t('Save mine instead')}
            </Button>
            <Button size="xs" variant="default" onClick={forget}>
              {t('Keep theirs')}
            </Button>
          </Group>
        </Alert>
      )}
      {isChanged && problem?.kind !== 'conflict' && (
        <Group gap="xs" mt="xs">
          <Button size="xs" loading={isSaving} onClick={() => void send(draft.base)}>
            {t('Save note')}
          </Button>
          <Button size="xs" variant="default" disabled={isSaving} onClick={forget}>
            {t('Discard')}
          </Button>
        </Group>
      )}
    </Section>
  )
}
