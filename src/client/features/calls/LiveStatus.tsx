import { Group, Text, VisuallyHidden } from '@mantine/core'
import { t } from '../../i18n/t.ts'
import { formatTime } from '../../lib/format-time.ts'
import type { LiveStatus as Status } from './live-status.ts'
import { useLiveStatus } from './use-live-calls.tsx'
import { useSettledAnnouncement } from './use-settled-announcement.ts'

const looks: Record<Status['kind'], { color: string; hint: string }> = {
  live: { color: 'var(--mantine-color-teal-6)', hint: t('Every change appears by itself.') },
  catching_up: {
    color: 'var(--mantine-color-yellow-6)',
    hint: t('Changes made in the meantime are on their way.'),
  },
  stale: {
    color: 'var(--mantine-color-orange-6)',
    hint: t('The server cannot be reached. We keep trying, and catch up once it is back.'),
  },
  offline: {
    color: 'var(--mantine-color-gray-6)',
    hint: t('This device has no network. We catch up once it is back.'),
  },
}

function words(status: Status): string {
  switch (status.kind) {
    case 'live':
      return t('Live')
    case 'catching_up':
      return t('Catching up')
    case 'stale':
      return t('Stale since {time}', { time: timeOf(status.sinceMs) })
    case 'offline':
      return t('Offline since {time}', { time: timeOf(status.sinceMs) })
  }
}

const timeOf = (epochMs: number) => formatTime(new Date(epochMs).toISOString())

/** A small mark that says how current the page is; screen readers are told of what lasts. */
export function LiveStatusBadge() {
  const status = useLiveStatus()
  const { color, hint } = looks[status.kind]
  const announced = useSettledAnnouncement(words(status))
  return (
    <>
      <Group gap={6} wrap="nowrap" data-live={status.kind} title={hint}>
        <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
          <circle cx="5" cy="5" r="4" fill={color} />
        </svg>
        <Text size="sm" component="span">
          {words(status)}
        </Text>
      </Group>
      <VisuallyHidden role="status">{announced}</VisuallyHidden>
    </>
  )
}
