import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { Answered } from '../../components/Answered.tsx'
import { T } from '../../i18n/T.tsx'
import { plural, t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { LoadSample } from './LoadSample.tsx'
import { RemoveSample } from './RemoveSample.tsx'

/** Where the sample data is found again: how much there is, and how it goes and comes. */
export function SampleSettings() {
  const query = trpc.sampleData.state.useQuery()
  const [isAsking, setIsAsking] = useState(false)
  return (
    <Paper component="section" withBorder p={{ base: 'sm', sm: 'lg' }} aria-labelledby="sample">
      <Stack gap="md">
        <div>
          <Title order={2} id="sample">
            {t('Sample data')}
          </Title>
          <Text size="sm" c="dimmed" mt={2}>
            {t(
              'Three weeks of invented visits and calls, to look around with. They ring nobody, and they are counted in the figures while they are here.',
            )}
          </Text>
        </div>
        <Answered query={query} name={t('The sample data')}>
          {(sample) =>
            sample.visits > 0 ? (
              <>
                <Text size="sm">
                  <T
                    text="There are {visits} with {calls}."
                    visits={plural(sample.visits, '{n} sample visit', '{n} sample visits')}
                    calls={plural(sample.calls, '{n} call', '{n} calls')}
                  />
                </Text>
                <Group>
                  <Button color="red.9" onClick={() => setIsAsking(true)}>
                    {t('Remove sample data')}
                  </Button>
                </Group>
                <RemoveSample
                  isOpen={isAsking}
                  onClose={() => setIsAsking(false)}
                  sample={sample}
                />
              </>
            ) : (
              <NoSample canLoad={sample.canLoad} hasOwnVisits={sample.hasOwnVisits} />
            )
          }
        </Answered>
      </Stack>
    </Paper>
  )
}

function NoSample({ canLoad, hasOwnVisits }: { canLoad: boolean; hasOwnVisits: boolean }) {
  return (
    <>
      <Text size="sm">{t('There is no sample data here.')}</Text>
      {canLoad && (
        <Group>
          <LoadSample variant="default" />
        </Group>
      )}
      {hasOwnVisits && (
        <Text size="sm" c="dimmed">
          {t('It can be put in while there are no visits of your own, so that the two never mix.')}
        </Text>
      )}
    </>
  )
}
