import type { Role } from '../../server/domain/rights.ts'

export const roleNames: Record<Role, string> = {
  owner: 'Owner',
  manager: 'Manager',
  agent: 'Agent',
  presenter: 'Presenter',
  viewer: 'Viewer',
}
