import type { CurrentOrganization } from '../../../server/domain/organization.schema.ts'
import { useFirstPress } from '../../components/use-first-press.ts'
import { createPart } from '../../lib/part.ts'
import { UserButton } from './UserButton.tsx'

export type UserMenuProps = {
  user: NonNullable<CurrentOrganization['user']>
  organizationName: string
}

const openedPart = createPart(async () => (await import('./UserMenuOpened.tsx')).UserMenuOpened)

/** Who one is here, and the way out. */
export function UserMenu(props: UserMenuProps) {
  const { Opened, buttonProps } = useFirstPress(openedPart)
  if (Opened !== null) return <Opened {...props} />
  return (
    <UserButton
      name={props.user.name}
      {...buttonProps}
      aria-haspopup="menu"
      aria-expanded={false}
    />
  )
}
