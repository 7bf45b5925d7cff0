import { Loader, Text, Timeline } from '@mantine/core'
import { IconCheck, IconMinus } from '@tabler/icons-react'
import type { CallDetail } from '../../../server/domain/call.schema.ts'
import { outcomeWords } from '../../components/status-looks.ts'
import { t } from '../../i18n/t.ts'
import { formatSecond } from '../../lib/format-time.ts'
import { trpc } from '../../lib/trpc.ts'
import classes from './DemoSteps.module.css'
import { type DemoStep, type DemoStepKey, demoSteps } from './demo-steps.ts'

const WORDS: Record<DemoStepKey, { title: string; now: string }> = {
  created: { title: t('Created'), now: '' },
  placing: { title: t('Placing'), now: t('Asking the simulator for a line…') },
  ringing: { title: t('Ringing'), now: t('The customer’s telephone rings…') },
  conversation: { title: t('In conversation'), now: t('The customer is talking…') },
  ended: { title: t('Ended|a call'), now: '' },
  feedback: { title: t('Feedback'), now: '' },
}

/** Each step of the call, with its time as soon as it has happened. */
export function DemoSteps({ call }: { call: CallDetail }) {
  const organization = trpc.organization.current.useQuery()
  const steps = demoSteps(call)
  const timeZone = organization.data?.timeZone
  const lastReached = steps.findLastIndex(({ state }) => state === 'done' || state === 'current')
  return (
    <Timeline
      active={lastReached}
      bulletSize={24}
      lineWidth={2}
      className={classes.steps}
      classNames={{ item: classes.step }}
      aria-label={t('Steps of the call')}
    >
      {steps.map((step) => (
        <Timeline.Item
          key={step.key}
          color={step.state === 'skipped' ? 'gray' : undefined}
          bullet={<Bullet state={step.state} />}
          lineVariant={step.state === 'skipped' ? 'dashed' : 'solid'}
          title={
            <Text span fw={step.state === 'current' ? 700 : 500} c={titleColor(step)}>
              {WORDS[step.key].title}
            </Text>
          }
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <Text size="sm" c="dimmed">
            {describe(step, call, timeZone)}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  )
}

function Bullet({ state }: { state: DemoStep['state'] }) {
  if (state === 'done') return <IconCheck size={14} aria-hidden />
  if (state === 'current') return <Loader size={12} color="white" aria-hidden />
  return state === 'skipped' ? <IconMinus size={14} aria-hidden /> : null
}

const titleColor = ({ state }: DemoStep) =>
  state === 'waiting' || state === 'skipped' ? 'dimmed' : undefined

function describe(step: DemoStep, call: CallDetail, timeZone: string | undefined): string {
  const parts: string[] = []
  if (step.at) parts.push(formatSecond(step.at, { timeZone, zoneName: 'never' }))
  if (step.state === 'current') parts.push(WORDS[step.key].now)
  if (step.state === 'skipped') parts.push(t('Not this time'))
  if (step.key === 'ended' && step.state === 'done' && call.outcome) {
    parts.push(outcomeWords[call.outcome])
  }
  return parts.join(' · ')
}
