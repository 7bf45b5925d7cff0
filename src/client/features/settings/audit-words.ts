import type { AuditAction } from '../../../server/domain/audit.ts'
import { t } from '../../i18n/t.ts'

/** What somebody did, to be read after their name. */
export const auditWords: Record<AuditAction, string> = {
  'call.created': t('created a call'),
  'call.updated': t('changed a call'),
  'call.deleted': t('deleted a call'),
  'call.placed_now': t('had a call placed at once'),
  'call.retried': t('sent a call back'),
  'call.rescheduled': t('rescheduled a call'),
  'call.canceled': t('canceled a call'),
  'call.restored': t('took back a change of a call'),
  'call.judged': t('judged whether a call rang'),
  'case.assigned': t('gave a case to somebody'),
  'case.closed': t('closed a case'),
  'case_advisor.linked': t('said who answers for an advisor'),
  'demo_call.created': t('created a demo call'),
  'demo_call.initiated': t('started a demo call'),
  'demo.reset': t('removed the demo calls'),
  'schedule.saved': t('saved the schedule'),
  'schedule.restored': t('restored an older schedule'),
  'call_script.saved': t('saved what calls say'),
  'call_script.reset': t('went back to the script beneath'),
  'calling.resumed': t('resumed calling'),
  'campaign.created': t('created a campaign'),
  'campaign.changed': t('changed a campaign'),
  'campaign.visits_added': t('added visits to a campaign'),
  'campaign.deleted': t('deleted a campaign'),
  'do_not_call.added': t('put a number on the do-not-call list'),
  'do_not_call.removed': t('took a number off the do-not-call list'),
  'service_record.created': t('pushed a visit'),
  'service_records.imported': t('imported visits'),
  'service_records.import_undone': t('undid an import of visits'),
  'sample_data.loaded': t('put sample data in'),
  'sample_data.removed': t('removed the sample data'),
  'session.opened': t('signed in'),
  'session.ended': t('signed out'),
  'sessions.ended': t('signed out elsewhere'),
  'password.changed': t('changed their password'),
  'organization.founded': t('founded the organization'),
  'organization.changed': t('changed the organization'),
  'member.joined': t('joined the team'),
  'member.role_changed': t('changed a role'),
  'member.removed': t('removed somebody from the team'),
  'invitation.created': t('invited somebody'),
  'invitation.revoked': t('took back an invitation'),
  'api_key.created': t('made an API key'),
  'api_key.revoked': t('revoked an API key'),
  'webhook.created': t('made a webhook'),
  'webhook.changed': t('changed a webhook'),
  'webhook.secret_changed': t('made a webhook a new secret'),
  'webhook.deleted': t('deleted a webhook'),
  'webhook.tested': t('tried a webhook out'),
  'webhook.sent_again': t('had a webhook message sent again'),
  'webhook.disabled': t('disabled a webhook'),
  'customer.erased': t('erased a customer'),
}

const wordsByAction = new Map<string, string>(Object.entries(auditWords))

/** An older version may have called it otherwise: then by its own name. */
export const describeAction = (action: string): string =>
  wordsByAction.get(action) ?? action.replaceAll(/[._]/g, ' ')
