import type { AuditAction } from '../../../server/domain/audit.ts'

/** What somebody did, to be read after their name. */
export const auditWords: Record<AuditAction, string> = {
  'call.created': 'created a call',
  'call.updated': 'changed a call',
  'call.deleted': 'deleted a call',
  'call.placed_now': 'had a call placed at once',
  'call.retried': 'sent a call back',
  'call.rescheduled': 'rescheduled a call',
  'call.canceled': 'canceled a call',
  'call.restored': 'took back a change of a call',
  'call.judged': 'judged whether a call rang',
  'demo_call.created': 'created a demo call',
  'demo_call.initiated': 'started a demo call',
  'demo.reset': 'removed the demo calls',
  'schedule.saved': 'saved the schedule',
  'schedule.restored': 'restored an older schedule',
  'call_script.saved': 'saved what calls say',
  'call_script.reset': 'went back to the script beneath',
  'calling.resumed': 'resumed calling',
  'campaign.created': 'created a campaign',
  'campaign.changed': 'changed a campaign',
  'campaign.visits_added': 'added visits to a campaign',
  'campaign.deleted': 'deleted a campaign',
  'do_not_call.added': 'put a number on the do-not-call list',
  'do_not_call.removed': 'took a number off the do-not-call list',
  'service_record.created': 'pushed a visit',
  'service_records.imported': 'imported visits',
  'service_records.import_undone': 'undid an import of visits',
  'session.opened': 'signed in',
  'session.ended': 'signed out',
  'sessions.ended': 'signed out elsewhere',
  'password.changed': 'changed their password',
  'organization.founded': 'founded the organization',
  'organization.changed': 'changed the organization',
  'member.joined': 'joined the team',
  'member.role_changed': 'changed a role',
  'member.removed': 'removed somebody from the team',
  'invitation.created': 'invited somebody',
  'invitation.revoked': 'took back an invitation',
  'api_key.created': 'made an API key',
  'api_key.revoked': 'revoked an API key',
  'customer.erased': 'erased a customer',
}

const wordsByAction = new Map<string, string>(Object.entries(auditWords))

/** An older version may have called it otherwise: then by its own name. */
export const describeAction = (action: string): string =>
  wordsByAction.get(action) ?? action.replaceAll(/[._]/g, ' ')
