import { Anchor, Group, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { CallDetail } from '../../../../server/domain/call.schema.ts'
import { Mark } from '../../../components/Mark.tsx'
import { t } from '../../../i18n/t.ts'
import { caseLook, caseTimes, ownerWords } from '../../../lib/case-words.ts'
import { useRights } from '../../../lib/rights.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { useCallClock } from '../call-clock.tsx'
import { Section } from './Section.tsx'

/** What a low score led to; nothing where it led to nothing. */
export function CaseNote({ call }: { call: CallDetail }) {
  const { fully } = useCallClock()
  const enabled = useRights().has('visits.read') && call.npsScore !== null && !call.isDemo
  const { data } = trpc.cases.list.useQuery({ callId: call.id, limit: 1 }, { enabled })
  const found = data?.cases[0]
  if (!enabled || found === undefined) return null
  const search = found.status === 'closed' ? ({ show: 'closed' } as const) : {}
  return (
    <Section
      title={t('Case')}
      aside={
        <Anchor
          size="sm"
          underline="always"
          data-print="hidden"
          renderRoot={(props) => <Link {...props} to="/cases" search={search} />}
        >
          {found.status === 'open' ? t('All open cases') : t('All closed cases')}
        </Anchor>
      }
    >
      <Stack gap={6}>
        <Group gap="xs">
          <Mark {...caseLook(found)} />
          <Text size="sm">
            {found.status === 'open' && `${ownerWords(found)}, `}
            {caseTimes(found, fully)}
          </Text>
        </Group>
        {found.resolution !== null && (
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {found.resolution}
          </Text>
        )}
      </Stack>
    </Section>
  )
}
