import {
  IconCalendarClock,
  IconChartHistogram,
  IconHeartHandshake,
  IconMessage2,
  IconPhone,
  IconPhoneOff,
  IconPresentation,
  IconSpeakerphone,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Place } from './places.ts'

export const placeIcons: Record<Place['to'], TablerIcon> = {
  '/': IconPhone,
  '/cases': IconHeartHandshake,
  '/insights': IconChartHistogram,
  '/schedule': IconCalendarClock,
  '/campaigns': IconSpeakerphone,
  '/script': IconMessage2,
  '/do-not-call': IconPhoneOff,
  '/demo': IconPresentation,
}
