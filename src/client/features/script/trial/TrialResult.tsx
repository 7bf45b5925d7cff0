import { Text } from '@mantine/core'
import type { ConversationState } from '../../../../server/domain/conversation.schema.ts'
import { answersOf } from '../../../../server/domain/conversation.ts'
import { languageNames } from '../../../../server/domain/conversation-language.ts'
import { outcomeWords } from '../../../components/status-looks.ts'
import classes from './Trial.module.css'

/** What such a call would leave behind. */
export function TrialResult({ state }: { state: ConversationState }) {
  const answers = answersOf(state)
  const facts = [
    ['Outcome', outcomeWords[answers.outcome]],
    ['Language', languageNames[answers.language]],
    ...(answers.outcome === 'voicemail'
      ? []
      : [
          ['Score', answers.npsScore === null ? 'None' : `${answers.npsScore} of 10`],
          ['Call back', yesNo(answers.wantsCallBack)],
          ['Recording', recordingWords(answers.consentToRecording)],
        ]),
    ...(answers.outcome === 'opted_out' ? [['Do not call', 'At once']] : []),
  ]
  return (
    <div>
      <Text size="sm" fw={600}>
        What Ringback would note
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

const yesNo = (answer: boolean | null) => (answer === null ? 'Not asked' : answer ? 'Yes' : 'No')
const recordingWords = (consent: boolean | null) =>
  consent === null ? 'Not answered' : consent ? 'Agreed' : 'Refused'
