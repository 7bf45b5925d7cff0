import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import type { Case } from '../../../server/domain/case.schema.ts'
import { rolesThat } from '../../../server/domain/rights.ts'
import { failureReason } from '../../components/failure-reason.ts'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'

const workers = rolesThat('calls.work')

/** Takes a case, or hands it to somebody who works with calls. */
export function OwnerMenu({ case: each, userId }: { case: Case; userId: string | null }) {
  const utils = trpc.useUtils()
  const { data: team } = trpc.team.list.useQuery()
  const assign = trpc.cases.assign.useMutation({
    onError: (error) =>
      notifications.show({
        color: 'red',
        title: t('The case stayed where it was'),
        message: failureReason(error),
      }),
    // After a refusal too: somebody else has it.
    onSettled: () => void utils.cases.invalidate(),
  })
  const give = (ownerId: string | null) =>
    assign.mutate({ id: each.id, ownerId, expectedOwnerId: each.ownerId })
  const colleagues = (team?.members ?? []).filter(
    ({ role, userId: id }) => workers.includes(role) && id !== userId,
  )
  const name = each.customerName
  return (
    <>
      {each.ownerId === null && userId !== null && (
        <Button
          size="xs"
          variant="default"
          loading={assign.isPending}
          onClick={() => give(userId)}
          aria-label={t('Take the case of {name}', { name })}
        >
          {t('Take it')}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            loading={assign.isPending && each.ownerId !== null}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            aria-label={t('Hand over the case of {name}', { name })}
          >
            {t('Hand over')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {userId !== null && each.ownerId !== null && each.ownerId !== userId && (
            <Menu.Item onClick={() => give(userId)}>{t('To me')}</Menu.Item>
          )}
          {colleagues.map((colleague) => (
            <Menu.Item
              key={colleague.userId}
              disabled={colleague.userId === each.ownerId}
              rightSection={
                colleague.userId === each.ownerId && <IconCheck size={14} aria-hidden />
              }
              onClick={() => give(colleague.userId)}
            >
              {colleague.name}
            </Menu.Item>
          ))}
          <Menu.Item disabled={each.ownerId === null} onClick={() => give(null)}>
            {t('To nobody')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
