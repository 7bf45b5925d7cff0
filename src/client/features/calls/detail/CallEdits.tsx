import { Text } from '@mantine/core'
import type { CallEdit } from '../../../../server/domain/call-history.schema.ts'
import { T } from '../../../i18n/T.tsx'
import { t } from '../../../i18n/t.ts'
import { useCallClock } from '../call-clock.tsx'
import classes from './CallHistory.module.css'
import { deedWords, editedFields } from './edit-words.ts'
import { Section } from './Section.tsx'

/** What people and programs did to the call. */
export function CallEdits({ edits, hasMore }: { edits: readonly CallEdit[]; hasMore: boolean }) {
  const clock = useCallClock()
  return (
    <Section title={t('Changes')}>
      {edits.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('Nobody has changed this call.')}
        </Text>
      ) : (
        <ul className={classes.list}>
          {edits.map((edit) => (
            <li key={edit.id}>
              <Text size="sm">
                <T
                  text="{who} {deed}"
                  who={
                    <Text span inherit fw={600}>
                      {edit.actorName}
                    </Text>
                  }
                  deed={deedWords(edit.action)}
                />
              </Text>
              {editedFields(edit).map((words) => (
                <Text key={words} size="xs" className={classes.words}>
                  {words}
                </Text>
              ))}
              <Text size="xs" c="dimmed" className="numeric">
                {clock.when(edit.createdAt)}
              </Text>
            </li>
          ))}
        </ul>
      )}
      {hasMore && (
        <Text size="xs" c="dimmed" mt={6}>
          {t('Older changes are in the audit log.')}
        </Text>
      )}
    </Section>
  )
}
