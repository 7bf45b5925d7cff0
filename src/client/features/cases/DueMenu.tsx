import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChevronDown } from '@tabler/icons-react'
import type { Case } from '../../../server/domain/case.schema.ts'
import { failureReason } from '../../components/failure-reason.ts'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { useOrganizationPlace } from '../../lib/use-organization-place.ts'

const DAY_MS = 24 * 3_600_000

/** Gives a case more time, counted from when it is due, or from now where that is past. */
export function DueMenu({ case: each }: { case: Case }) {
  const utils = trpc.useUtils()
  const { fully } = useOrganizationPlace()
  const move = trpc.cases.moveDue.useMutation({
    onSuccess: ({ dueAt }) =>
      notifications.show({
        color: 'teal',
        message: t('Due {when} now.', { when: fully(dueAt) }),
      }),
    onError: (error) =>
      notifications.show({
        color: 'red',
        title: t('The case is due as before'),
        message: failureReason(error),
      }),
    onSettled: () => void utils.cases.invalidate(),
  })
  const giveDays = (days: number) => {
    const fromMs = Math.max(Date.now(), Date.parse(each.dueAt))
    move.mutate({ id: each.id, dueAt: new Date(fromMs + days * DAY_MS).toISOString() })
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          loading={move.isPending}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={t('Give the case of {name} more time', { name: each.customerName })}
        >
          {t('More time')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => giveDays(1)}>{t('One day more')}</Menu.Item>
        <Menu.Item onClick={() => giveDays(3)}>{t('Three days more')}</Menu.Item>
        <Menu.Item onClick={() => giveDays(7)}>{t('A week more')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
