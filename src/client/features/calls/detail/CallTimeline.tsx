import { Text, Timeline } from '@mantine/core'
import { IconDots, IconPencil, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { statusLooks } from '../../../components/status-looks.ts'
import { t } from '../../../i18n/t.ts'
import { AttemptEntry } from './AttemptEntry.tsx'
import classes from './CallHistory.module.css'
import { EditEntry } from './EditEntry.tsx'
import { editDeed } from './edit-words.ts'
import { OriginEntry } from './OriginEntry.tsx'
import { originWords } from './origin-words.ts'
import { keyOf, type TimelineEntry } from './timeline.ts'
import { WhoDid } from './WhoDid.tsx'

type CallTimelineProps = { entries: readonly TimelineEntry[]; older: ReactNode }

/** All that happened to a call, the newest first; `older` stands where there is more to load. */
export function CallTimeline({ entries, older }: CallTimelineProps) {
  const id = useId()
  return (
    <Timeline
      role="list"
      aria-label={t('Timeline, newest first')}
      bulletSize={22}
      lineWidth={2}
      active={entries.length}
    >
      {entries.map((entry) => {
        const key = keyOf(entry)
        const { tone, icon: IconOf } = lookOf(entry)
        const titleId = `${id}-${key}`
        return (
          <Timeline.Item
            key={key}
            role="listitem"
            className={classes.event}
            aria-labelledby={entry.kind === 'older' ? undefined : titleId}
            bullet={<IconOf size={13} color="var(--ringback-surface)" aria-hidden />}
            color={`var(--tone-${tone}-text)`}
            title={
              entry.kind === 'older' ? undefined : (
                <Text size="sm" component="div" id={titleId}>
                  <EntryTitle entry={entry} />
                </Text>
              )
            }
          >
            <EntryContent entry={entry} older={older} />
          </Timeline.Item>
        )
      })}
    </Timeline>
  )
}

function lookOf(entry: TimelineEntry) {
  if (entry.kind === 'attempt') return statusLooks[entry.attempt.status]
  const icon = { edit: IconPencil, older: IconDots, origin: IconPlus }[entry.kind]
  return { tone: 'quiet' as const, icon }
}

function EntryTitle({ entry }: { entry: Exclude<TimelineEntry, { kind: 'older' }> }) {
  if (entry.kind === 'attempt') {
    return <strong>{t('Attempt {number}', { number: entry.attempt.number })}</strong>
  }
  if (entry.kind === 'edit') return <WhoDid by={entry.edit} deed={editDeed(entry.edit)} />
  if (entry.origin === null) return <strong>{t('Brought in')}</strong>
  return <WhoDid by={entry.origin} deed={originWords(entry.origin)} />
}

function EntryContent({ entry, older }: { entry: TimelineEntry; older: ReactNode }) {
  if (entry.kind === 'attempt') return <AttemptEntry attempt={entry.attempt} />
  if (entry.kind === 'edit') return <EditEntry edit={entry.edit} />
  return entry.kind === 'older' ? older : <OriginEntry at={entry.at} origin={entry.origin} />
}
