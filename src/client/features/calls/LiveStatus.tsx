import { VisuallyHidden } from '@mantine/core'
import {
  type Icon,
  IconBroadcast,
  IconCloudOff,
  IconRefresh,
  IconWifiOff,
} from '@tabler/icons-react'
import { type CSSProperties, useId } from 'react'
import { t } from '../../i18n/t.ts'
import { formatTime } from '../../lib/format-time.ts'
import type { Tone } from '../../theme.ts'
import classes from './LiveStatus.module.css'
import type { LiveStatus as Status } from './live-status.ts'
import { useLiveStatus } from './use-live-calls.tsx'
import { useSettledAnnouncement } from './use-settled-announcement.ts'

type Look = { icon: Icon; tone: Tone; short: string; hint: string }

const looks: Record<Status['kind'], Look> = {
  live: {
    icon: IconBroadcast,
    tone: 'good',
    short: t('Live'),
    hint: t('Every change appears by itself.'),
  },
  catching_up: {
    icon: IconRefresh,
    tone: 'middling',
    short: t('Catching up'),
    hint: t('Changes made in the meantime are on their way.'),
  },
  stale: {
    icon: IconCloudOff,
    tone: 'missed',
    short: t('Stale'),
    hint: t('The server cannot be reached. We keep trying, and catch up once it is back.'),
  },
  offline: {
    icon: IconWifiOff,
    tone: 'quiet',
    short: t('Offline'),
    hint: t('This device has no network. We catch up once it is back.'),
  },
}

function words(status: Status): string {
  switch (status.kind) {
    case 'live':
    case 'catching_up':
      return looks[status.kind].short
    case 'stale':
      return t('Stale since {time}', { time: timeOf(status.sinceMs) })
    case 'offline':
      return t('Offline since {time}', { time: timeOf(status.sinceMs) })
  }
}

const timeOf = (epochMs: number) => formatTime(new Date(epochMs).toISOString())

/**
 * A small mark that says how current the page is, in as many words as there is room for, and all of
 * it when pressed; screen readers are told of what lasts.
 */
export function LiveStatusBadge() {
  const status = useLiveStatus()
  const told = useId()
  const { icon: IconOf, tone, short, hint } = looks[status.kind]
  const full = words(status)
  const announced = useSettledAnnouncement(full)
  const colour: CSSProperties & Record<`--${string}`, string> = {
    '--status-colour': `var(--tone-${tone}-text)`,
  }
  return (
    <>
      <div className={classes.place}>
        {/* The browser's own: a part that opens it could not be fetched any more without a network. */}
        <button
          type="button"
          className={classes.status}
          style={colour}
          data-live={status.kind}
          title={hint}
          aria-label={full}
          popoverTarget={told}
        >
          <IconOf size={16} aria-hidden />
          <span className={classes.words}>
            {full !== short && <span className={classes.since}>{full}</span>}
            <span className={classes.short}>{short}</span>
          </span>
        </button>
        <div id={told} popover="auto" className={classes.told}>
          <p>{full}</p>
          <p>{hint}</p>
        </div>
      </div>
      <VisuallyHidden role="status">{announced}</VisuallyHidden>
    </>
  )
}
