import { Anchor, Paper, Text, ThemeIcon, Title, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconCircleDashed } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { FirstSteps as Done } from '../../../server/domain/first-steps.schema.ts'
import { ImportLink } from '../../components/ImportLink.tsx'
import { t } from '../../i18n/t.ts'
import { useRights } from '../../lib/rights.tsx'
import { trpc } from '../../lib/trpc.ts'
import classes from './FirstSteps.module.css'
import { LoadSample } from './LoadSample.tsx'

/** For an organization that has no visits yet: what to begin with, ticked by what is really there. */
export function FirstSteps({ done }: { done: Done }) {
  const rights = useRights()
  const { data: organization } = trpc.organization.current.useQuery()
  const { data: sample } = trpc.sampleData.state.useQuery()
  return (
    <Paper component="section" className={classes.steps} withBorder aria-labelledby="first-steps">
      <Title order={2} id="first-steps">
        {t('Your first steps')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('In any order. Each is ticked once it is done.')}
      </Text>
      <ol className={classes.list}>
        {rights.has('schedule.change') && (
          <Step
            isDone={done.hasHours}
            hint={t('Calls are placed within these hours only.')}
            title={
              <Anchor component={Link} to="/schedule">
                {t('Set when calls may be placed')}
              </Anchor>
            }
          />
        )}
        <Step
          isDone={done.hasVisits}
          hint={t('A file from your workshop is enough. Each visit gets its call.')}
          title={<Anchor component={ImportLink}>{t('Import your visits')}</Anchor>}
        />
        {rights.has('team.manage') && (
          <Step
            isDone={done.hasColleagues}
            hint={t('They work with the calls, read along or present.')}
            title={
              <Anchor component={Link} to="/settings/team">
                {t('Invite your colleagues')}
              </Anchor>
            }
          />
        )}
        {rights.has('demo.run') && (
          <Step
            isDone={done.hasDemoCall}
            hint={t('You hear what your customers hear, and nobody is rung.')}
            title={
              <Anchor component={Link} to="/demo">
                {t('Place a demo call')}
              </Anchor>
            }
          />
        )}
        <Step
          isDone={organization !== undefined && !organization.provider.isSimulated}
          hint={t('Whoever runs the server does this. Until then calls are simulated.')}
          title={t('Connect who dials')}
        />
      </ol>
      {sample?.canLoad && (
        <div className={classes.sample}>
          <Text size="sm" c="dimmed">
            {t('Or look around first, with invented visits that go again in one step.')}
          </Text>
          <LoadSample variant="default" size="sm" />
        </div>
      )}
    </Paper>
  )
}

type StepProps = { isDone: boolean; title: ReactNode; hint: string }

function Step({ isDone, title, hint }: StepProps) {
  return (
    <li className={classes.step}>
      <ThemeIcon
        className={classes.mark}
        variant={isDone ? 'filled' : 'transparent'}
        color={isDone ? 'teal.9' : 'gray'}
        radius="xl"
        size={22}
        aria-hidden
      >
        {isDone ? <IconCheck size={14} stroke={3} /> : <IconCircleDashed size={20} />}
      </ThemeIcon>
      <div>
        <Text component="div" fw={600}>
          {title}
          <VisuallyHidden>{isDone ? t(', done') : t(', to do')}</VisuallyHidden>
        </Text>
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      </div>
    </li>
  )
}
