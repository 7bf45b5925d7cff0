import { Group, Radio, SimpleGrid, Skeleton, Text } from '@mantine/core'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { failureReason } from '../../components/failure-reason.ts'
import { ofServer, t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import classes from './ScenarioPicker.module.css'

type ScenarioPickerProps = {
  value: string | null
  onChange: (scenarioId: string) => void
  error: string | null
}

export function ScenarioPicker({ value, onChange, error }: ScenarioPickerProps) {
  const scenarios = trpc.demo.scenarios.useQuery(undefined, { staleTime: Number.POSITIVE_INFINITY })
  if (scenarios.isError) {
    return (
      <FailureNotice
        title={t('The scenarios could not be loaded')}
        message={failureReason(scenarios.error)}
        onRetry={() => void scenarios.refetch()}
        isRetrying={scenarios.isFetching}
      />
    )
  }
  if (!scenarios.data) {
    return (
      <div role="status" aria-label={t('Loading the scenarios')}>
        <Skeleton height={240} />
      </div>
    )
  }
  return (
    <Radio.Group label={t('Scenario')} value={value} onChange={onChange} error={error} required>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" mt="xs">
        {scenarios.data.map(({ id, title, description }) => (
          <Radio.Card key={id} value={id} p="sm" className={classes.card}>
            <Group wrap="nowrap" align="flex-start" gap="sm">
              <Radio.Indicator />
              <div>
                <Text fw={600} size="sm">
                  {ofServer(title)}
                </Text>
                <Text size="sm" c="dimmed">
                  {ofServer(description)}
                </Text>
              </div>
            </Group>
          </Radio.Card>
        ))}
      </SimpleGrid>
    </Radio.Group>
  )
}
