import { Text } from '@mantine/core'
import type { Insights } from '../../../server/domain/insights.schema.ts'
import { t } from '../../i18n/t.ts'
import { CountBars } from './CountBars.tsx'
import { blamingCalls, praisingCalls } from './call-links.ts'
import { FigureTable } from './FigureTable.tsx'
import { number } from './insights-words.ts'
import { MoreRows } from './MoreRows.tsx'
import { Panel } from './Panel.tsx'

const looks = {
  praised: {
    title: t('What is praised'),
    tone: 'good',
    none: t('Nothing was praised in this period.'),
  },
  blamed: {
    title: t('What is blamed'),
    tone: 'bad',
    none: t('Nothing was blamed in this period.'),
  },
} as const

type MentionsPanelProps = { insights: Insights; of: 'praised' | 'blamed'; isTables: boolean }

/** How many calls name what. */
export function MentionsPanel({ insights, of, isTables }: MentionsPanelProps) {
  const { title, tone, none } = looks[of]
  const mentions = insights[of]
  const searchOf = (text: string) =>
    of === 'praised' ? praisingCalls(insights.period, text) : blamingCalls(insights.period, text)
  return (
    <Panel
      title={title}
      span={6}
      about={t('Calls that name it, of each visit the newest; a call may name several things.')}
    >
      {mentions.length === 0 && <Text size="sm">{none}</Text>}
      <MoreRows name={of} rows={mentions} many={title.toLowerCase()}>
        {(shown) =>
          isTables ? (
            <FigureTable
              caption={title}
              head={[of === 'praised' ? t('Praise') : t('Blame'), t('Calls')]}
              rows={shown.map(({ text, calls }) => ({
                key: text,
                cells: [text, { text: number(calls), search: searchOf(text) }],
              }))}
            />
          ) : (
            <CountBars
              label={title}
              tone={tone}
              most={mentions[0]?.calls ?? 1}
              rows={shown.map(({ text, calls }) => ({
                key: text,
                text,
                calls,
                search: searchOf(text),
              }))}
            />
          )
        }
      </MoreRows>
    </Panel>
  )
}
