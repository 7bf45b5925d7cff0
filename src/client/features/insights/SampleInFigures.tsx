import { Anchor, Text } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { ToneNotice } from '../../components/ToneNotice.tsx'
import { T } from '../../i18n/T.tsx'
import { t } from '../../i18n/t.ts'
import { useRights } from '../../lib/rights.tsx'
import { CallsLink, type CallsSearch } from './CallsLink.tsx'
import { callsWord } from './insights-words.ts'

/** Says that figures are not of real customers alone, on paper too, and where that is ended. */
export function SampleInFigures({ calls, search }: { calls: number; search: CallsSearch }) {
  const mayRemove = useRights().has('visits.write')
  return (
    <ToneNotice tone="middling" icon={IconFlask} title={t('Sample data is counted here')}>
      <Text size="sm">
        <T
          text="In these figures, or in those before that they are compared with: {calls} of invented visits."
          calls={<CallsLink search={search}>{callsWord(calls)}</CallsLink>}
        />{' '}
        {mayRemove && (
          <Anchor size="sm" c="inherit" underline="always" component={Link} to="/settings/sample">
            {t('Remove the sample data')}
          </Anchor>
        )}
      </Text>
    </ToneNotice>
  )
}
