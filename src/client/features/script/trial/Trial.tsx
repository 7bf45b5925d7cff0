import {
  Button,
  Checkbox,
  Group,
  Paper,
  SegmentedControl,
  Stack,
  Switch,
  Text,
  Title,
} from '@mantine/core'
import { IconPhoneCall, IconRefresh } from '@tabler/icons-react'
import { useCallback, useId, useState } from 'react'
import type { CallScript } from '../../../../server/domain/call-script.schema.ts'
import type { ConversationLanguage } from '../../../../server/domain/conversation-language.ts'
import { SimulatedMark } from '../../../components/SimulatedMark.tsx'
import { t } from '../../../i18n/t.ts'
import { languageName } from '../../../lib/conversation-languages.ts'
import { trpc } from '../../../lib/trpc.ts'
import classes from './Trial.module.css'
import { TrialControls } from './TrialControls.tsx'
import { TrialResult } from './TrialResult.tsx'
import { TrialTalk } from './TrialTalk.tsx'
import { trialEntries } from './trial-entries.ts'
import { canReadAloud, useReadAloud } from './use-read-aloud.ts'
import { useTrial } from './use-trial.ts'

type TrialProps = {
  /** The draft; null while something in it is in the way. */
  script: CallScript | null
  language: ConversationLanguage
  problemCount: number
}

/** Plays the script with the person at the page as the customer. */
export function Trial({ script, language, problemCount }: TrialProps) {
  const titleId = useId()
  const organization = trpc.organization.current.useQuery()
  const { exchanges, last, begin, answer } = useTrial(organization.data?.name ?? t('Your workshop'))
  const [answeredBy, setAnsweredBy] = useState<'human' | 'machine'>('human')
  const [isSparse, setIsSparse] = useState(false)
  const [isReadAloud, setIsReadAloud] = useState(false)
  useReadAloud(last, isReadAloud)
  const press = useCallback((keys: string) => answer({ type: 'keys', keys }), [answer])

  const isOld = last !== null && script !== null && last.state.script !== script
  const start = () => script && begin(script, { language, answeredBy, isSparse })
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={titleId}>
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Title order={2} id={titleId}>
            {t('Try it')}
          </Title>
          <SimulatedMark />
        </Group>
        {last === null ? (
          <Text size="sm" c="dimmed">
            {t(
              'You are the customer, and nobody’s phone rings. Real calls run the very same conversation.',
            )}
          </Text>
        ) : (
          <TrialTalk entries={trialEntries(exchanges)} />
        )}
        {last?.next.type === 'listen' && (
          <TrialControls next={last.next} onAnswer={answer} onPress={press} />
        )}
        {last?.state.step === 'over' && <TrialResult state={last.state} />}
        {(last === null || last.state.step === 'over') && (
          <>
            <SegmentedControl
              fullWidth
              aria-label={t('Who answers')}
              value={answeredBy}
              onChange={(value) => setAnsweredBy(value === 'machine' ? 'machine' : 'human')}
              data={[
                { value: 'human', label: t('A person answers') },
                { value: 'machine', label: t('A voicemail') },
              ]}
            />
            <Checkbox
              size="sm"
              label={t('For a visit without name, vehicle and advisor')}
              checked={isSparse}
              onChange={(event) => setIsSparse(event.currentTarget.checked)}
            />
          </>
        )}
        {canReadAloud() && (
          <Switch
            size="sm"
            label={t('Read aloud by this browser')}
            checked={isReadAloud}
            onChange={(event) => setIsReadAloud(event.currentTarget.checked)}
          />
        )}
        {script === null && (
          <Text size="sm" c="var(--mantine-color-error)">
            {problemCount === 1
              ? t('One field needs mending first.')
              : t('Some fields need mending first.')}
          </Text>
        )}
        {isOld && (
          <Text size="sm" role="status" className={classes.old}>
            {t('The script has changed since. Start again to hear it.')}
          </Text>
        )}
        <Button
          variant={last === null || isOld || last.state.step === 'over' ? 'filled' : 'default'}
          disabled={script === null}
          leftSection={
            last === null ? (
              <IconPhoneCall size={18} aria-hidden />
            ) : (
              <IconRefresh size={18} aria-hidden />
            )
          }
          onClick={start}
        >
          {last === null
            ? t('Answer the call in {language}', { language: languageName(language) })
            : t('Start again')}
        </Button>
      </Stack>
    </Paper>
  )
}
