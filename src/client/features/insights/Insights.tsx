import { Button, EmptyState, Stack, Text, Title } from '@mantine/core'
import { IconChartDots } from '@tabler/icons-react'
import { keepPreviousData } from '@tanstack/react-query'
import { insightsInputSchema } from '../../../server/domain/insights.schema.ts'
import { placeName } from '../../../server/domain/local-time.ts'
import { Answered } from '../../components/Answered.tsx'
import { ofServer, t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { useLightPrint } from '../../lib/use-light-print.ts'
import { useOrganizationPlace } from '../../lib/use-organization-place.ts'
import { sampleCalls } from './call-links.ts'
import { GroupsPanel } from './GroupsPanel.tsx'
import { HoursPanel } from './HoursPanel.tsx'
import classes from './Insights.module.css'
import { datesText } from './insights-words.ts'
import { MentionsPanel } from './MentionsPanel.tsx'
import { NoFigures } from './NoFigures.tsx'
import { NpsPanel } from './NpsPanel.tsx'
import { PeriodBar } from './PeriodBar.tsx'
import { ReachPanel } from './ReachPanel.tsx'
import { SampleInFigures } from './SampleInFigures.tsx'
import { TrendPanel } from './TrendPanel.tsx'
import { useInsightsAddress } from './use-insights-address.ts'

const ASK_AGAIN_MS = 60_000

/** What the calls of a period tell. Every figure opens its calls. */
export function Insights({ organizationName }: { organizationName: string }) {
  useLightPrint()
  const { address, period, preset, step, change } = useInsightsAddress()
  const { timeZone, fully } = useOrganizationPlace()
  const checked = insightsInputSchema.safeParse(period)
  const problem = checked.success ? null : ofServer(checked.error.issues[0]?.message ?? '')
  const query = trpc.insights.read.useQuery(period, {
    enabled: checked.success,
    placeholderData: keepPreviousData,
    refetchInterval: ASK_AGAIN_MS,
    staleTime: 0,
  })
  const isTables = address.view === 'tables'
  return (
    <Stack gap="md">
      <div>
        <Title order={1}>
          {t('Insights')}
          <span className={classes.ofWhom}> · {organizationName}</span>
        </Title>
        <Text c="dimmed" size="sm">
          {t('{dates}, by the clock of {place}. Demo calls are not counted.', {
            dates: datesText(period),
            place: placeName(timeZone),
          })}
          {query.data && ` ${t('Counted {when}.', { when: fully(query.data.countedAt) })}`}
        </Text>
      </div>
      {query.data && query.data.sampleCalls > 0 && (
        <SampleInFigures
          calls={query.data.sampleCalls}
          search={sampleCalls({ from: query.data.previousPeriod.from, to: query.data.period.to })}
        />
      )}
      <PeriodBar {...{ period, preset, step, isTables, problem }} onChange={change} />
      {problem === null && (
        <Answered query={query} name={t('The figures')}>
          {(insights) => {
            const { nps, reach, previousPeriod, hours } = insights
            if (nps.current.n + reach.current.reached.n + hours.length === 0) {
              const hasBefore = nps.previous.n + reach.previous.reached.n > 0
              if (preset === '90d' && !hasBefore) return <NoFigures />
              return (
                <EmptyState
                  p="xl"
                  icon={<IconChartDots aria-hidden />}
                  title={t('No calls ended in this period')}
                  description={t(
                    'Figures appear here once customers have been called. Perhaps a longer period has some.',
                  )}
                >
                  <EmptyState.Actions>
                    <Button
                      variant="light"
                      onClick={() =>
                        change(
                          hasBefore
                            ? { ...previousPeriod, period: undefined }
                            : { period: '90d', from: undefined, to: undefined },
                        )
                      }
                    >
                      {hasBefore ? t('Show the period before') : t('Show the last 90 days')}
                    </Button>
                  </EmptyState.Actions>
                </EmptyState>
              )
            }
            const common = { insights, isTables }
            return (
              <div className={classes.panels} aria-busy={query.isPlaceholderData}>
                <NpsPanel {...common} datesBefore={datesText(previousPeriod)} />
                <TrendPanel {...common} step={step} onStep={(by) => change({ by })} />
                <GroupsPanel {...common} kind="advisor" groups={insights.byServiceAdvisor} />
                <GroupsPanel {...common} kind="service" groups={insights.byServiceType} />
                <GroupsPanel {...common} kind="make" groups={insights.byVehicleMake} />
                <MentionsPanel {...common} of="praised" />
                <MentionsPanel {...common} of="blamed" />
                <ReachPanel {...common} />
                <HoursPanel {...common} />
              </div>
            )
          }}
        </Answered>
      )}
    </Stack>
  )
}
