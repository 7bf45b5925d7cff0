import { Anchor, Text } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { AuditEntry } from '../../../server/domain/audit.schema.ts'
import { t } from '../../i18n/t.ts'
import { fieldWords, valueWords } from '../../lib/change-words.ts'
import classes from './AuditLog.module.css'
import { describeAction } from './audit-words.ts'
import { useOrganizationClock } from './use-organization-clock.ts'

/** One thing that was done; unfolds to what it changed. */
export function AuditRow({ entry }: { entry: AuditEntry }) {
  const names = [
    ...new Set([...Object.keys(entry.before ?? {}), ...Object.keys(entry.after ?? {})]),
  ]
  const callId = entry.subjectType === 'call' ? entry.subjectId : null
  if (names.length === 0 && callId === null) {
    return (
      <li className={classes.entry}>
        <div className={classes.line}>
          <span className={classes.mark} />
          <Line entry={entry} />
        </div>
      </li>
    )
  }
  return (
    <li className={classes.entry}>
      <details>
        <summary className={classes.line}>
          <IconChevronRight className={classes.mark} size={16} aria-hidden />
          <Line entry={entry} />
        </summary>
        <div className={classes.more}>
          {names.length > 0 && <Changes names={names} entry={entry} />}
          {callId !== null && (
            <Anchor
              size="sm"
              underline="always"
              renderRoot={(props) => <Link {...props} to="/" search={{ call: callId }} />}
            >
              {t('Open the call')}
            </Anchor>
          )}
        </div>
      </details>
    </li>
  )
}

function Line({ entry }: { entry: AuditEntry }) {
  const { fully } = useOrganizationClock()
  return (
    <>
      <Text span size="sm" className={classes.did}>
        <strong>{entry.actorName}</strong> {describeAction(entry.action)}
        {entry.actorKind === 'api_key' && ` ${t('(a program)')}`}
      </Text>
      <Text span size="sm" c="dimmed">
        <time dateTime={entry.createdAt}>{fully(entry.createdAt)}</time>
      </Text>
    </>
  )
}

function Changes({ names, entry }: { names: readonly string[]; entry: AuditEntry }) {
  const { before, after } = entry
  return (
    <table className={classes.changes}>
      <thead>
        <tr>
          <th scope="col">{t('What')}</th>
          {before && <th scope="col">{t('Before')}</th>}
          {after && <th scope="col">{before ? t('After') : t('Value')}</th>}
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">{fieldWords(name)}</th>
            {before && <td>{valueWords(before[name])}</td>}
            {after && <td>{valueWords(after[name])}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
