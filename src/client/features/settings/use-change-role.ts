import type { Member } from '../../../server/domain/team.schema.ts'
import { t } from '../../i18n/t.ts'
import { roleNames } from '../../lib/role-names.ts'
import { trpc } from '../../lib/trpc.ts'
import { sayDone, sayFailed } from './say.ts'

/** Gives a member another role; `wanted` is what it will be once the list tells it. */
export function useChangeRole(member: Member) {
  const utils = trpc.useUtils()
  const { mutate, variables, isPending } = trpc.team.changeRole.useMutation({
    onSuccess: ({ role }) =>
      sayDone(
        t('{name} is {role} now.', { name: member.name, role: roleNames[role].toLowerCase() }),
      ),
    onError: sayFailed(t('The role was not changed')),
    // Until the list is there, so that the choice does not jump back and forth.
    onSettled: () =>
      Promise.all([utils.team.list.invalidate(), utils.organization.current.invalidate()]),
  })
  return {
    change: (role: Member['role']) => mutate({ id: member.id, role }),
    wanted: isPending ? variables.role : null,
    isPending,
  }
}
