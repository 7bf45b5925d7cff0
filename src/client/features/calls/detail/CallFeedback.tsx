import { Button, Text } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { t } from '../../../i18n/t.ts'
import { useRights } from '../../../lib/rights.tsx'
import { afterFeedbackSaved } from './call-drafts.ts'
import { FeedbackEditor } from './FeedbackEditor.tsx'
import { FeedbackFindings } from './FeedbackFindings.tsx'
import { feedbackOf, hasFindings } from './feedback-edit.ts'
import { Section } from './Section.tsx'
import { useCallDraft } from './use-call-draft.tsx'
import { useOriginals } from './use-call-history.ts'

/** What the customer said of the visit, and a way to put it right. */
export function CallFeedback({ call }: { call: CallDetail }) {
  const { draft, change } = useCallDraft(call.id)
  const drafted = draft.feedback
  const editButton = useRef<HTMLButtonElement>(null)
  // A panel that moves brings a correction along, and leaves the focus where it is.
  const [isJustOpened, setIsJustOpened] = useState(false)
  const mayWork = useRights().has('calls.work')
  const originals = useOriginals(call)
  const analysis = call.transcript?.analysis ?? null
  const isEmpty = !hasFindings(call) && originals.length === 0
  if (isEmpty && call.status !== 'completed') return null
  const edit = () => {
    const words = feedbackOf(call)
    change((now) => ({ ...now, feedback: { words, begun: {}, base: { ...call } } }))
    setIsJustOpened(true)
  }
  // The button is there again only then, if the correction is over.
  const focusButton = () =>
    requestAnimationFrame(() => editButton.current?.focus({ preventScroll: true }))
  const done = () => {
    change((now) => ({ ...now, feedback: null }))
    focusButton()
  }
  return (
    <Section
      title={t('Feedback')}
      aside={
        <>
          {analysis && (
            <Text size="xs" c="dimmed" ms="auto">
              {t('Read by {reader}', { reader: analysis.by })}
            </Text>
          )}
          {mayWork && drafted === null && (
            <Button
              ref={editButton}
              size="compact-xs"
              variant="subtle"
              me={-7}
              leftSection={<IconPencil size={14} aria-hidden />}
              onClick={edit}
            >
              {t('Correct')}
            </Button>
          )}
        </>
      }
    >
      {drafted ? (
        <FeedbackEditor
          drafted={drafted}
          isJustOpened={isJustOpened}
          onChange={(words) =>
            change(({ feedback, ...rest }) => ({
              ...rest,
              feedback: feedback && { ...feedback, words: { ...feedback.words, ...words } },
            }))
          }
          onBegun={(begun) =>
            change(({ feedback, ...rest }) => ({
              ...rest,
              feedback: feedback && { ...feedback, begun: { ...feedback.begun, ...begun } },
            }))
          }
          onSaved={(sent, saved) => {
            change((now) => afterFeedbackSaved(now, sent, saved))
            focusButton()
          }}
          onDone={done}
        />
      ) : isEmpty ? (
        <Text size="sm" c="dimmed">
          {t('Nothing was said about the visit.')}
        </Text>
      ) : (
        <FeedbackFindings call={call} originals={originals} />
      )}
    </Section>
  )
}
