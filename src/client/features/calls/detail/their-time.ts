import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { t } from '../../../i18n/t.ts'
import { fullWords, type ReadingPlace, readsDifferently } from '../call-times.ts'

/** What the customer's clock shows, and how that is known. */
export function theirTime(
  { customerTimeZone, customerZones }: Pick<CallDetail, 'customerTimeZone' | 'customerZones'>,
  place: ReadingPlace,
): string {
  const [first, ...others] = customerZones
  if (first === undefined) return t('Time zone not known')
  if (others.some((other) => readsDifferently(first, other, place.nowMs))) {
    return t('One of {n} time zones, by the number', { n: customerZones.length })
  }
  const now = new Date(place.nowMs).toISOString()
  const time = fullWords(now, { ...place, timeZone: first })
  const zone = first.replaceAll('_', ' ')
  return first === customerTimeZone
    ? `${time} (${zone})`
    : t('{time} ({zone}, by the number)', { time, zone })
}
