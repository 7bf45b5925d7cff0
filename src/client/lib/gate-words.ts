import type { GateName } from '../../server/domain/gate.ts'

const titles: Record<GateName, string> = {
  paused: 'Calling is on',
  auto_paused: 'Calls get through',
  campaign: 'Campaign is running',
  call_status: 'Call is waiting',
  attempts_left: 'Tries left',
  do_not_call: 'Customer may be called',
  customer_time_zone: "Customer's time zone",
  due: 'Due time',
  delay_after_service: 'Time since the visit',
  expired: 'Not too late',
  calling_window: 'Calling hours',
  blocked_date: 'Holidays and blocked days',
  quiet_hours: "Customer's quiet hours",
  recent_call: 'Days between calls',
  active_calls: 'Calls at a time',
  calls_per_minute: 'Calls per minute',
}

/** What a gate asks, in a few words; a gate of a newer server shows by its own name. */
export const gateTitle = (name: string): string =>
  new Map<string, string>(Object.entries(titles)).get(name) ?? name.replaceAll('_', ' ')
