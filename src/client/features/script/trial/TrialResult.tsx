import { Text } from '@mantine/core'
import type { ConversationState } from '../../../../server/domain/conversation.schema.ts'
import { answersOf } from '../../../../server/domain/conversation.ts'
import { outcomeWords } from '../../../components/status-looks.ts'
import { t } from '../../../i18n/t.ts'
import { languageTitle } from '../../../lib/conversation-languages.ts'
import classes from './Trial.module.css'

/** What such a call would leave behind. */
export function TrialResult({ state }: { state: ConversationState }) {
  const answers = answersOf(state)
  const facts = [
    [t('Outcome'), outcomeWords[answers.outcome]],
    [t('Language'), languageTitle(answers.language)],
    ...(answers.outcome === 'voicemail'
      ? []
      : [
          [
            t('Score'),
            answers.npsScore === null
              ? t('None|score')
              : t('{score} of 10', { score: answers.npsScore }),
          ],
          [t('Call back'), yesNo(answers.wantsCallBack)],
          [t('Recording'), recordingWords(answers.consentToRecording)],
        ]),
    ...(answers.outcome === 'opted_out' ? [[t('Do not call'), t('At once')]] : []),
  ]
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('What Ringback would note')}
      </Text>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

const yesNo = (answer: boolean | null) =>
  answer === null ? t('Not asked') : answer ? t('Yes') : t('No')
const recordingWords = (consent: boolean | null) =>
  consent === null ? t('Not answered') : consent ? t('Agreed') : t('Refused')
