import { Text } from '@mantine/core'
import { bestHour } from '../../../server/domain/best-hour.ts'
import type { Insights } from '../../../server/domain/insights.schema.ts'
import { T } from '../../i18n/T.tsx'
import { t } from '../../i18n/t.ts'
import { formatHour } from '../../lib/format-time.ts'
import { CallsLink } from './CallsLink.tsx'
import { answeredAtFirstTry, firstTriedCalls } from './call-links.ts'
import { FigureTable } from './FigureTable.tsx'
import classes from './HoursPanel.module.css'
import { callsWord, number, percentRange, percentText } from './insights-words.ts'
import { Panel } from './Panel.tsx'

type HoursPanelProps = { insights: Insights; isTables: boolean }

/** At which hours customers pick up. */
export function HoursPanel({ insights, isTables }: HoursPanelProps) {
  const { hours, period, fewestToRank } = insights
  const best = bestHour(hours, fewestToRank)
  const isKnown = hours.some(({ answered }) => answered.n >= fewestToRank)
  return (
    <Panel
      title={t('Best hours')}
      span={7}
      about={t(
        'Answered at the first try, by its hour. First tries only: each call counts once, and those that are hard to reach do not weigh on later hours.',
      )}
    >
      {hours.length === 0 ? (
        <Text size="sm">{t('No call was first tried in this period.')}</Text>
      ) : (
        <>
          <Text size="sm" mb="sm">
            {best && (
              <T
                text="Best: {hour}, where {share} of {calls} are answered at once."
                hour={<b>{hourText(best.hour)}</b>}
                share={
                  <CallsLink
                    search={answeredAtFirstTry(period, best.hour)}
                    label={t('{hour}: {calls} answered at the first try, {share}', {
                      hour: hourText(best.hour),
                      calls: callsWord(best.answered.count),
                      share: percentText(best.answered.percent),
                    })}
                  >
                    {percentText(best.answered.percent)}
                  </CallsLink>
                }
                calls={
                  <CallsLink search={firstTriedCalls(period, best.hour)}>
                    {callsWord(best.answered.n)}
                  </CallsLink>
                }
              />
            )}
            {!best && isKnown && t('No hour stands out clearly: the differences may be chance.')}
            {!isKnown &&
              t('Too few first tries to name a best hour: none has {n}.', { n: fewestToRank })}
          </Text>
          {isTables ? (
            <FigureTable
              caption={t('Answered at the first try, by hour')}
              head={[t('Hour'), t('First tries'), t('Answered|calls'), t('Share'), t('95% sure')]}
              rows={hours.map(({ hour, answered }) => ({
                key: String(hour),
                cells: [
                  hourText(hour),
                  { text: number(answered.n), search: firstTriedCalls(period, hour) },
                  { text: number(answered.count), search: answeredAtFirstTry(period, hour) },
                  percentText(answered.percent),
                  percentRange(answered),
                ],
              }))}
            />
          ) : (
            <HourColumns insights={insights} />
          )}
        </>
      )}
    </Panel>
  )
}

const hourText = (hour: number) => `${formatHour(hour)} – ${formatHour(hour + 1)}`

function HourColumns({ insights: { hours, period } }: { insights: Insights }) {
  const most = Math.max(1, ...hours.map(({ answered }) => answered.n))
  const first = hours[0]?.hour ?? 0
  const last = hours.at(-1)?.hour ?? 0
  const all = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  return (
    <>
      <ul className={classes.hours} aria-label={t('First tries by hour')}>
        {all.map((hour) => {
          const answered = hours.find((known) => known.hour === hour)?.answered
          return (
            <li key={hour} className={classes.hour}>
              {answered && (
                <>
                  <CallsLink
                    search={answeredAtFirstTry(period, hour)}
                    label={t('{hour}: {calls} answered at the first try, {share}', {
                      hour: hourText(hour),
                      calls: callsWord(answered.count),
                      share: percentText(answered.percent),
                    })}
                    className={classes.percent}
                  >
                    {Math.round(answered.percent ?? 0)}
                    <span className={classes.sign}>%</span>
                  </CallsLink>
                  <CallsLink
                    search={firstTriedCalls(period, hour)}
                    label={t('{hour}: {calls} first tried', {
                      hour: hourText(hour),
                      calls: callsWord(answered.n),
                    })}
                    title={t('{hour}: {count} of {n} answered', {
                      hour: hourText(hour),
                      count: answered.count,
                      n: answered.n,
                    })}
                    className={classes.column}
                    style={{ height: `${(answered.n / most) * 100}%` }}
                  >
                    <span
                      className={classes.answered}
                      style={{ height: `${(answered.count / answered.n) * 100}%` }}
                    />
                  </CallsLink>
                </>
              )}
              <span className={classes.label} aria-hidden>
                {formatHour(hour).replace(/\s/g, '\n')}
              </span>
            </li>
          )
        })}
      </ul>
      <p className={classes.key}>
        <span className={classes.keyAnswered} /> {t('answered at the first try')}
        <span className={classes.keyTried} /> {t('first tried')}
      </p>
    </>
  )
}
