import { type Role, roles } from '../../../server/domain/rights.ts'
import { whyNotRole } from '../../../server/domain/team.schema.ts'
import { roleNames } from '../../lib/role-names.ts'

/** The roles as a choice, those off that somebody of `by` may not give. */
export const roleOptions = (by: Role | null) =>
  roles.map((role) => ({
    value: role,
    label: roleNames[role],
    disabled: whyNotRole(by, role) !== null,
  }))
