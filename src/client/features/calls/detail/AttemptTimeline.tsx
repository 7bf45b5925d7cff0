import { Text, Timeline } from '@mantine/core'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { statusLooks } from '../../../components/status-looks.ts'
import { t } from '../../../i18n/t.ts'
import { AttemptEntry } from './AttemptEntry.tsx'
import { Section } from './Section.tsx'

export function AttemptTimeline({ call }: { call: CallDetail }) {
  const newestFirst = call.attempts.toSorted((a, b) => b.number - a.number)
  return (
    <Section title={t('Attempts')}>
      {newestFirst.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('Not called yet.')}
        </Text>
      ) : (
        <Timeline bulletSize={22} lineWidth={2} active={newestFirst.length}>
          {newestFirst.map((attempt) => {
            const { icon: IconOf, tone } = statusLooks[attempt.status]
            return (
              <Timeline.Item
                key={attempt.id}
                bullet={<IconOf size={13} aria-hidden />}
                color={`var(--tone-${tone}-text)`}
                title={<AttemptTitle number={attempt.number} />}
              >
                <AttemptEntry attempt={attempt} />
              </Timeline.Item>
            )
          })}
        </Timeline>
      )}
    </Section>
  )
}

const AttemptTitle = ({ number }: { number: number }) => (
  <Text size="sm" fw={600}>
    {t('Attempt {number}', { number })}
  </Text>
)
