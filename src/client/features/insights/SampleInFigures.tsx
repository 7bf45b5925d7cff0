import { Anchor, Text } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { ToneNotice } from '../../components/ToneNotice.tsx'
import { plural, t } from '../../i18n/t.ts'
import { useRights } from '../../lib/rights.tsx'

/** Says that figures are not of real customers alone, on paper too, and where that is ended. */
export function SampleInFigures({ calls }: { calls: number }) {
  const mayRemove = useRights().has('visits.write')
  return (
    <ToneNotice tone="middling" icon={IconFlask} title={t('Sample data is counted here')}>
      <Text size="sm">
        {plural(
          calls,
          '{n} call of an invented visit is in these figures, or in those before that they are compared with.',
          '{n} calls of invented visits are in these figures, or in those before that they are compared with.',
        )}{' '}
        {mayRemove && (
          <Anchor size="sm" c="inherit" underline="always" component={Link} to="/settings/sample">
            {t('Remove the sample data')}
          </Anchor>
        )}
      </Text>
    </ToneNotice>
  )
}
