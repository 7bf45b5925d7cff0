import type { GateName } from '../../server/domain/gate.ts'
import { t } from '../i18n/t.ts'

const titles: Record<GateName, string> = {
  paused: t('Calling is on'),
  auto_paused: t('Calls get through'),
  campaign: t('Campaign is running'),
  call_status: t('Call is waiting'),
  attempts_left: t('Tries left'),
  do_not_call: t('Customer may be called'),
  customer_time_zone: t('Customer’s time zone'),
  due: t('Due time'),
  delay_after_service: t('Time since the visit'),
  expired: t('Not too late'),
  calling_window: t('Calling hours'),
  blocked_date: t('Holidays and blocked days'),
  quiet_hours: t('Customer’s quiet hours'),
  recent_call: t('Days between calls'),
  active_calls: t('Calls at a time'),
  calls_per_minute: t('Calls per minute'),
}

/** What a gate asks, in a few words; a gate of a newer server shows by its own name. */
export const gateTitle = (name: string): string =>
  new Map<string, string>(Object.entries(titles)).get(name) ?? name.replaceAll('_', ' ')
