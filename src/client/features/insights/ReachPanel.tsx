import { Stack, Text } from '@mantine/core'
import type { Insights } from '../../../server/domain/insights.schema.ts'
import { T } from '../../i18n/T.tsx'
import { t } from '../../i18n/t.ts'
import { CallsLink } from './CallsLink.tsx'
import { CountBars } from './CountBars.tsx'
import { completedCalls, endedCalls, missedCalls } from './call-links.ts'
import { FigureTable } from './FigureTable.tsx'
import classes from './Insights.module.css'
import { callsWord, number, outcomeWord, percentRange, percentText } from './insights-words.ts'
import { Panel } from './Panel.tsx'

type ReachPanelProps = { insights: Insights; isTables: boolean }

/** How many of the calls that ended were answered, and how the others ended. */
export function ReachPanel({ insights, isTables }: ReachPanelProps) {
  const { period, previousPeriod, reach } = insights
  const { reached, missed } = reach.current
  const before = reach.previous.reached
  const again = missed.reduce((sum, { willBeTriedAgain }) => sum + willBeTriedAgain, 0)
  return (
    <Panel
      title={t('Reach')}
      span={5}
      about={t('Of the calls whose last try lies in this period.')}
    >
      <Stack gap="sm">
        <div className={classes.headline}>
          <span className={classes.big}>{percentText(reached.percent)}</span>
          <Text size="sm">
            {reached.n === 0 ? (
              t('No call ended in this period.')
            ) : (
              <>
                <T
                  text="{calls} answered, {others} not"
                  calls={
                    <CallsLink search={completedCalls(period)}>
                      {callsWord(reached.count)}
                    </CallsLink>
                  }
                  others={
                    <CallsLink
                      search={missedCalls(period)}
                      label={t('{calls} not answered', {
                        calls: callsWord(reached.n - reached.count),
                      })}
                    >
                      {number(reached.n - reached.count)}
                    </CallsLink>
                  }
                />
                <br />
                <T
                  text="95% sure: {range}"
                  range={<b className="numeric">{percentRange(reached)}</b>}
                />
              </>
            )}
          </Text>
        </div>
        <Text size="sm">
          {before.n === 0 ? (
            t('No call ended in the period before.')
          ) : (
            <T
              text="Before: {share}, {calls} of {n}."
              share={percentText(before.percent)}
              calls={
                <CallsLink search={completedCalls(previousPeriod)}>
                  {callsWord(before.count)}
                </CallsLink>
              }
              n={
                <CallsLink search={endedCalls(previousPeriod)} label={callsWord(before.n)}>
                  {number(before.n)}
                </CallsLink>
              }
            />
          )}
          {again > 0 && (
            <>
              {' '}
              <T
                text="{calls} will be tried again."
                calls={
                  <CallsLink search={missedCalls(period, { next: 'yes' })}>
                    {callsWord(again)}
                  </CallsLink>
                }
              />
            </>
          )}
        </Text>
        {isTables ? (
          <FigureTable
            caption={t('Why calls were not answered')}
            head={[t('Not answered'), t('Calls'), t('Tried again')]}
            rows={missed.map(({ outcome, calls, willBeTriedAgain }) => ({
              key: String(outcome),
              cells: [
                outcomeWord(outcome),
                { text: number(calls), search: missedCalls(period, { outcome }) },
                {
                  text: number(willBeTriedAgain),
                  search: missedCalls(period, { outcome, next: 'yes' }),
                },
              ],
            }))}
          />
        ) : (
          <CountBars
            label={t('Why calls were not answered')}
            tone="missed"
            most={missed[0]?.calls ?? 1}
            rows={missed.map(({ outcome, calls }) => ({
              key: String(outcome),
              text: outcomeWord(outcome),
              calls,
              search: missedCalls(period, { outcome }),
            }))}
          />
        )}
      </Stack>
    </Panel>
  )
}
