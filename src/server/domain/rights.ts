export const roles = ['owner', 'manager', 'agent', 'presenter', 'viewer'] as const
export type Role = (typeof roles)[number]

/** What an API key may be given. */
export const keyScopes = ['read', 'write-calls', 'write-visits', 'write-schedule'] as const
export type KeyScope = (typeof keyScopes)[number]

/** Everything that is not open to everybody who reaches the server. */
export const rights = [
  'account.own',
  'organization.read',
  'organization.change',
  'calls.read',
  'calls.work',
  'calls.override',
  'calls.delete',
  'schedule.read',
  'schedule.change',
  'visits.read',
  'visits.write',
  'insights.read',
  'demo.run',
  'team.read',
  'team.manage',
  'keys.manage',
  'audit.read',
  'customers.erase',
] as const
export type Right = (typeof rights)[number]

const reading = ['organization.read', 'calls.read', 'schedule.read', 'visits.read'] as const
const viewing = [...reading, 'insights.read', 'team.read'] as const
const working = ['calls.work', 'demo.run'] as const

/** The one table of what each role may do; procedures and the page both ask it. */
export const rightsOfRole: Record<Role, readonly Right[]> = {
  owner: rights,
  manager: [
    'account.own',
    ...viewing,
    ...working,
    'calls.override',
    'calls.delete',
    'schedule.change',
    'visits.write',
    'team.manage',
    'keys.manage',
  ],
  agent: ['account.own', ...reading, 'team.read', 'calls.work'],
  presenter: ['account.own', 'organization.read', 'calls.read', 'demo.run'],
  viewer: ['account.own', ...viewing],
}

export const rolesThat = (right: Right): Role[] =>
  roles.filter((role) => rightsOfRole[role].includes(right))

/** What a role is for, in a sentence. */
export const whatRoleDoes: Record<Role, string> = {
  owner: 'Owners can do everything.',
  manager: 'Managers set the schedule, import visits, read the figures and run the team.',
  agent: 'Agents work with the calls: retry, reschedule, tag and note.',
  presenter: 'Presenters run demo calls, and see nothing else.',
  viewer: 'Viewers read along and change nothing.',
}

/** As `rightsOfRole`, for programs. None of them reaches accounts, team or keys. */
export const rightsOfScope: Record<KeyScope, readonly Right[]> = {
  read: [...reading, 'insights.read'],
  'write-calls': [...working, 'calls.delete'],
  'write-visits': ['visits.write'],
  'write-schedule': ['schedule.change'],
}

/** Which calls somebody sees at all: a presenter stands before an audience. */
export type Sight = 'all' | 'demo'
export const sightOfRole = (role: Role): Sight => (role === 'presenter' ? 'demo' : 'all')

/** Why a role may not, for a hint beside a control that is off: who can `what`. */
export function whoMay(right: Right, what = 'do this'): string {
  const names = rolesThat(right).map((role) => (role === 'owner' ? 'owners' : `${role}s`))
  const last = names.pop() ?? 'nobody'
  return names.length === 0
    ? `Only ${last} can ${what}.`
    : `Only ${names.join(', ')} and ${last} can ${what}.`
}
