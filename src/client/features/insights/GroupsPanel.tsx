import { Text } from '@mantine/core'
import type { Insights, InsightsGroup } from '../../../server/domain/insights.schema.ts'
import { t } from '../../i18n/t.ts'
import { BandBar } from './BandBar.tsx'
import { CallsLink } from './CallsLink.tsx'
import { callsOfGroup, type GroupKind } from './call-links.ts'
import { FigureTable } from './FigureTable.tsx'
import classes from './Groups.module.css'
import {
  answersWord,
  groupName,
  groupWords,
  number,
  rangeText,
  scoreOrDash,
} from './insights-words.ts'
import { MoreRows } from './MoreRows.tsx'
import { Panel } from './Panel.tsx'

type GroupsPanelProps = {
  insights: Insights
  kind: GroupKind
  groups: readonly InsightsGroup[]
  isTables: boolean
}

/** The score of each group; only those with enough answers get one, and a place. */
export function GroupsPanel({ insights, kind, groups, isTables }: GroupsPanelProps) {
  const { period, fewestToRank } = insights
  const words = groupWords[kind]
  return (
    <Panel
      title={words.title}
      span={isTables ? 12 : 4}
      about={t('Ranked from {n} answers on. Where ranges overlap, the order may be chance.', {
        n: fewestToRank,
      })}
    >
      {groups.length === 0 && <Text size="sm">{t('No answers in this period.')}</Text>}
      <MoreRows name={kind} rows={groups} many={words.title.toLowerCase()}>
        {(shown) =>
          isTables ? (
            <FigureTable
              caption={words.title}
              head={[
                words.one,
                t('Rank'),
                'NPS',
                t('95% sure'),
                t('Answers'),
                t('Promoters'),
                t('Passives'),
                t('Detractors'),
              ]}
              rows={shown.map((group) => ({
                key: group.key ?? '',
                cells: [
                  groupName(kind, group),
                  group.rank === null ? '–' : String(group.rank),
                  scoreOrFew(group),
                  group.rank === null ? '–' : rangeText(group.nps.interval95),
                  ...(['any', 'promoter', 'passive', 'detractor'] as const).map((score) => ({
                    text: number(score === 'any' ? group.nps.n : group.nps[`${score}s`]),
                    search: callsOfGroup(period, { kind, key: group.key, score }),
                  })),
                ],
              }))}
            />
          ) : (
            <ol className={classes.list}>
              {shown.map((group) => (
                <GroupRow key={group.key ?? ''} group={group} kind={kind} insights={insights} />
              ))}
            </ol>
          )
        }
      </MoreRows>
    </Panel>
  )
}

const scoreOrFew = ({ key, rank, nps }: InsightsGroup) => {
  if (rank !== null) return scoreOrDash(nps.score)
  return key === null ? t('not ranked') : t('too few')
}

type GroupRowProps = { group: InsightsGroup; kind: GroupKind; insights: Insights }

function GroupRow({ group, kind, insights: { period } }: GroupRowProps) {
  const { key, nps, rank } = group
  const name = groupName(kind, group)
  return (
    <li className={classes.row}>
      <span className={classes.rank}>{rank === null ? '' : `${rank}.`}</span>
      <span className={classes.name}>
        {name}{' '}
        <CallsLink
          search={callsOfGroup(period, { kind, key })}
          label={`${name}: ${answersWord(nps.n)}`}
        >
          {answersWord(nps.n)}
        </CallsLink>
      </span>
      {rank === null ? (
        <span className={classes.few}>{key === null ? t('not ranked') : t('too few to rank')}</span>
      ) : (
        <span className={classes.score}>{scoreOrDash(nps.score)}</span>
      )}
      <div className={classes.bar}>
        <BandBar
          name={name}
          counts={nps}
          searchOf={(score) => callsOfGroup(period, { kind, key, score })}
        />
      </div>
      {rank !== null && <span className={classes.range}>{rangeText(nps.interval95)}</span>}
    </li>
  )
}
