import { Collapse, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { CallAttempt } from '../../../../server/domain/call.schema.ts'
import { Mark } from '../../../components/Mark.tsx'
import { SimulatedMark } from '../../../components/SimulatedMark.tsx'
import { outcomeWords, statusLooks } from '../../../components/status-looks.ts'
import { ofServer, t } from '../../../i18n/t.ts'
import { useCallClock } from '../call-clock.tsx'
import { secondWords } from '../call-times.ts'
import { AttemptHistory } from './AttemptHistory.tsx'
import { FoldButton } from './FoldButton.tsx'
import { GateList } from './GateList.tsx'
import { useIsOnPaper } from './on-paper.ts'

export function AttemptEntry({ attempt }: { attempt: CallAttempt }) {
  const clock = useCallClock()
  const isOnPaper = useIsOnPaper()
  const [isUnfolded, { toggle }] = useDisclosure(isOnPaper)
  const { word, tone, icon } = statusLooks[attempt.status]
  const steps = [
    [t('Rang'), attempt.ringingAt],
    [t('Answered'), attempt.answeredAt],
    [t('Ended|a call'), attempt.endedAt],
  ].flatMap(([label, at]) => (at ? [`${label} ${secondWords(at, clock)}`] : []))
  const { scheduleConfigVersion, campaignConfigVersion } = attempt
  const allowedBy =
    campaignConfigVersion === null
      ? t('Allowed by schedule version {version}', { version: scheduleConfigVersion })
      : t('Allowed by schedule version {version} and campaign version {ofCampaign}', {
          version: scheduleConfigVersion,
          ofCampaign: campaignConfigVersion,
        })
  return (
    <>
      <Group gap="xs" my={4}>
        <Mark tone={tone} icon={icon}>
          {attempt.outcome ? outcomeWords[attempt.outcome] : word}
        </Mark>
        {attempt.provider === 'simulator' ? (
          <SimulatedMark />
        ) : (
          <Text size="xs" c="dimmed">
            {t('by {provider}', { provider: attempt.provider })}
          </Text>
        )}
      </Group>
      <Text size="sm" className="numeric">
        {clock.fully(attempt.requestedAt)}
      </Text>
      <AttemptHistory attempt={attempt} />
      {attempt.history.length === 0 && steps.length > 0 && (
        <Text size="sm" c="dimmed" className="numeric">
          {steps.join(' · ')}
        </Text>
      )}
      {attempt.errorMessage && (
        <Text size="sm" c="var(--mantine-color-error)">
          {ofServer(attempt.errorMessage)}
        </Text>
      )}
      {isOnPaper ? (
        <Text size="xs">{allowedBy}</Text>
      ) : (
        <FoldButton isUnfolded={isUnfolded} onToggle={toggle}>
          {allowedBy}
        </FoldButton>
      )}
      <Collapse expanded={isUnfolded}>
        <GateList gates={attempt.gates} />
      </Collapse>
    </>
  )
}
