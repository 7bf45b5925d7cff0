/** What people and programs do that leaves a mark: the subject, and what happened to it. */
export const auditActions = [
  'call.created',
  'call.updated',
  'call.deleted',
  'call.placed_now',
  'call.retried',
  'call.rescheduled',
  'call.canceled',
  'call.restored',
  'call.reworded',
  'call.joined',
  'call.left',
  'call.judged',
  'case.assigned',
  'case.closed',
  'case.moved',
  'case_advisor.linked',
  'case_rule.changed',
  'demo_call.created',
  'demo_call.initiated',
  'demo.reset',
  'schedule.saved',
  'schedule.restored',
  'call_script.saved',
  'call_script.reset',
  'calling.resumed',
  'campaign.created',
  'campaign.changed',
  'campaign.visits_added',
  'campaign.deleted',
  'do_not_call.added',
  'do_not_call.removed',
  'service_record.created',
  'service_records.imported',
  'service_records.import_undone',
  'sample_data.loaded',
  'sample_data.removed',
  'session.opened',
  'session.ended',
  'sessions.ended',
  'password.changed',
  'password.reset',
  'organization.founded',
  'organization.changed',
  'member.joined',
  'member.role_changed',
  'member.removed',
  'invitation.created',
  'invitation.revoked',
  'api_key.created',
  'api_key.revoked',
  'webhook.created',
  'webhook.changed',
  'webhook.secret_changed',
  'webhook.deleted',
  'webhook.tested',
  'webhook.sent_again',
  'webhook.disabled',
  'customer.erased',
] as const
export type AuditAction = (typeof auditActions)[number]

/**
 * What becomes of a call because something happened to a visit: its own history tells it, and the entry
 * of the deed itself says enough elsewhere. It is no work on the call.
 */
export const followingVisits: readonly AuditAction[] = ['call.reworded', 'call.joined', 'call.left']

type Fields = Record<string, unknown>

/** Follows from other changes and says nothing of what somebody wanted. */
const ownBookkeeping = new Set(['version', 'updatedAt', 'isNewestAnswered'])

/** The fields in which two states of one thing differ, as they were and as they are. */
export function changedFields(before: Fields, after: Fields): { before: Fields; after: Fields } {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) =>
      !ownBookkeeping.has(name) && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
  const pick = (from: Fields) => Object.fromEntries(names.map((name) => [name, from[name] ?? null]))
  return { before: pick(before), after: pick(after) }
}
