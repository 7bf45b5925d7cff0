import { Stack, Text, Title, UnstyledButton } from '@mantine/core'
import {
  type Icon,
  IconCalendarCog,
  IconChevronRight,
  IconHeadset,
  IconPresentation,
} from '@tabler/icons-react'
import type { AccountStatus } from '../../../server/domain/account.schema.ts'
import { failureReason } from '../../components/failure-reason.ts'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import classes from './DemoEntrances.module.css'
import { FormProblem } from './FormProblem.tsx'
import { useComeIn } from './use-come-in.ts'

type DemoRole = AccountStatus['demoRoles'][number]

const looks: Record<DemoRole, { icon: Icon; name: string; what: string }> = {
  manager: {
    icon: IconCalendarCog,
    name: t('Manager'),
    what: t('Sets when calls may be placed, imports visits, and looks after the team.'),
  },
  agent: {
    icon: IconHeadset,
    name: t('Agent'),
    what: t('Works the calls all day: what is next, what was missed, what customers said.'),
  },
  presenter: {
    icon: IconPresentation,
    name: t('Presenter'),
    what: t('Runs a demo call in front of people, without a real telephone.'),
  },
}

/** One click into the demo organization. */
export function DemoEntrances({ roles, to }: { roles: readonly DemoRole[]; to?: string }) {
  const enter = trpc.account.enterDemo.useMutation(useComeIn(to))
  const isBusy = enter.isPending
  return (
    <Stack component="section" gap="sm" aria-labelledby="enter-demo">
      <div>
        <Title order={1} id="enter-demo">
          {t('Try the demo')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('A service centre with a day of calls. Come in with one click, as:')}
        </Text>
      </div>
      {roles.map((role) => {
        const { icon: IconOf, name, what } = looks[role]
        return (
          <UnstyledButton
            key={role}
            className={classes.entrance}
            onClick={() => enter.mutate({ role })}
            disabled={isBusy}
            data-loading={(isBusy && enter.variables.role === role) || undefined}
            aria-describedby={`demo-${role}`}
            aria-label={name}
          >
            <IconOf className={classes.icon} size={26} stroke={1.75} aria-hidden />
            <span className={classes.words}>
              <span className={classes.name}>{name}</span>
              <span className={classes.what} id={`demo-${role}`}>
                {what}
              </span>
            </span>
            <IconChevronRight className={classes.arrow} size={20} aria-hidden />
          </UnstyledButton>
        )
      })}
      {enter.isError && (
        <FormProblem title={t('The demo did not open')}>{failureReason(enter.error)}</FormProblem>
      )}
    </Stack>
  )
}
