import { Box, type BoxProps, Button, Group } from '@mantine/core'
import { useId } from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'
import { WhyNot } from '../../components/WhyNot.tsx'
import { t } from '../../i18n/t.ts'
import { useWhyNot } from '../../lib/rights.tsx'
import { actionsFor } from './call-actions.ts'
import { useCallActions } from './call-actions-context.tsx'

export function CallActionButtons({ call, ...box }: { call: Call } & BoxProps) {
  const { start, pendingFor } = useCallActions()
  const actions = actionsFor(call)
  const pending = pendingFor(call.id)
  const whyNot = useWhyNot('calls.work', 'work with calls')
  const whyNotId = useId()
  if (actions.length === 0) return null
  return (
    <Box {...box}>
      <Group gap="xs" role="group" aria-label={t('Actions')}>
        {actions.map(({ name, label, icon: IconOf, isDestructive }, index) => (
          <Button
            key={name}
            size="xs"
            variant={index === 0 ? 'filled' : 'default'}
            c={isDestructive && whyNot === null ? 'var(--mantine-color-error)' : undefined}
            leftSection={<IconOf size={15} aria-hidden />}
            loading={pending === name}
            disabled={whyNot !== null || (pending !== null && pending !== name)}
            aria-describedby={whyNot === null ? undefined : whyNotId}
            onClick={() => start(name, call)}
          >
            {label}
          </Button>
        ))}
      </Group>
      {whyNot !== null && <WhyNot id={whyNotId}>{whyNot}</WhyNot>}
    </Box>
  )
}
