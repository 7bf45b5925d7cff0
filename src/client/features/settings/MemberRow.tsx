import { Badge, Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { CurrentOrganization } from '../../../server/domain/organization.schema.ts'
import { roleSchema } from '../../../server/domain/rights.schema.ts'
import type { Role } from '../../../server/domain/rights.ts'
import { type Member, whyNotRole } from '../../../server/domain/team.schema.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { ofServer, t } from '../../i18n/t.ts'
import { useRights } from '../../lib/rights.tsx'
import { roleNames } from '../../lib/role-names.ts'
import { RemoveMemberDialog } from './RemoveMemberDialog.tsx'
import { roleOptions } from './role-options.ts'
import { SettingsRow } from './SettingsRow.tsx'
import { useChangeRole } from './use-change-role.ts'
import { useOrganizationClock } from './use-organization-clock.ts'

type MemberRowProps = {
  member: Member
  /** Who looks at it. */
  self: CurrentOrganization['user']
  isLastOwner: boolean
}

export function MemberRow({ member, self, isLastOwner }: MemberRowProps) {
  const { when } = useOrganizationClock()
  const mayManage = useRights().has('team.manage')
  const isSelf = member.userId === self?.id
  const by = self?.role ?? null
  const whyNot = isLastOwner
    ? t('An organization keeps at least one owner.')
    : whyNotRole(by, member.role)
  return (
    <SettingsRow
      name={member.name}
      mark={
        isSelf && (
          <Badge variant="default" tt="none">
            {t('You')}
          </Badge>
        )
      }
      details={
        <>
          {member.email} · {t('since {when}', { when: when(member.joinedAt) })}
          {mayManage && whyNot !== null && <div>{ofServer(whyNot)}</div>}
        </>
      }
    >
      {mayManage ? (
        <MemberControls member={member} by={by} isSelf={isSelf} isOff={whyNot !== null} />
      ) : (
        roleNames[member.role]
      )}
    </SettingsRow>
  )
}

type MemberControlsProps = { member: Member; by: Role | null; isSelf: boolean; isOff: boolean }

function MemberControls({ member, by, isSelf, isOff }: MemberControlsProps) {
  const [isRemoving, setIsRemoving] = useState(false)
  const { change, wanted, isPending } = useChangeRole(member)
  const [ownNewRole, setOwnNewRole] = useState<Role | null>(null)
  return (
    <>
      <NativeSelect
        aria-label={t('Role of {name}', { name: member.name })}
        data={roleOptions(by)}
        value={wanted ?? member.role}
        disabled={isOff || isPending}
        onChange={(event) => {
          const role = roleSchema.parse(event.currentTarget.value)
          // Who steps down cannot step up again alone.
          if (isSelf) setOwnNewRole(role)
          else change(role)
        }}
        w="8.5rem"
      />
      <Button
        variant="default"
        disabled={isOff}
        onClick={() => setIsRemoving(true)}
        aria-label={t('Remove {name}', { name: member.name })}
      >
        {t('Remove')}
      </Button>
      <RemoveMemberDialog
        member={member}
        isSelf={isSelf}
        isOpen={isRemoving}
        onClose={() => setIsRemoving(false)}
      />
      <ConfirmDialog
        isOpen={ownNewRole !== null}
        title={t('Change your own role?')}
        confirmLabel={t('Change it')}
        isPending={isPending}
        problem={null}
        onConfirm={() => {
          if (ownNewRole !== null) change(ownNewRole)
          setOwnNewRole(null)
        }}
        onClose={() => setOwnNewRole(null)}
      >
        {t('You are {role} now. Somebody else has to give you this role back.', {
          role: roleNames[member.role].toLowerCase(),
        })}
      </ConfirmDialog>
    </>
  )
}
