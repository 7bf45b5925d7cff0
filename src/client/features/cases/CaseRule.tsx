import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { failureReason } from '../../components/failure-reason.ts'
import { t } from '../../i18n/t.ts'
import { useRights } from '../../lib/rights.tsx'
import { trpc } from '../../lib/trpc.ts'
import { CaseRuleDialog } from './CaseRuleDialog.tsx'
import { ruleWords } from './case-rule-words.ts'

/** Which scores are low, for who sets the rules to change. */
export function CaseRule() {
  const { data, error, refetch } = trpc.cases.rule.useQuery()
  const mayChange = useRights().has('schedule.change')
  const [isChanging, setIsChanging] = useState(false)
  if (data === undefined) {
    return (
      <Group gap="xs" mih="1.75rem">
        {error !== null && (
          <>
            <Text size="sm" c="dimmed">
              {t('{name} could not be loaded', { name: t('The rule') })}: {failureReason(error)}
            </Text>
            <Button size="compact-sm" variant="subtle" onClick={() => void refetch()}>
              {t('Try again')}
            </Button>
          </>
        )}
      </Group>
    )
  }
  return (
    <Group gap="xs" mih="1.75rem">
      <Text size="sm" c="dimmed">
        {ruleWords(data.lowScore)}
      </Text>
      {mayChange && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('Change which scores open a case')}
          onClick={() => setIsChanging(true)}
        >
          {t('Change')}
        </Button>
      )}
      {mayChange && (
        <CaseRuleDialog saved={data} isOpen={isChanging} onClose={() => setIsChanging(false)} />
      )}
    </Group>
  )
}
