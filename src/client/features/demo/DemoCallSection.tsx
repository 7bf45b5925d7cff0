import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconPresentation } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { DemoCreate } from '../../../server/domain/demo.schema.ts'
import { t } from '../../i18n/t.ts'
import { DemoCallForm } from './DemoCallForm.tsx'
import classes from './DemoCallSection.module.css'
import { DemoStage } from './DemoStage.tsx'
import { ResetDemoCalls } from './ResetDemoCalls.tsx'
import { useDemoCall } from './use-demo-call.ts'

/** Sets up a call that only the simulator plays, runs it, and shows each step as it happens. */
export function DemoCallSection() {
  const demo = useDemoCall()
  const [lastWish, setLastWish] = useState<DemoCreate | null>(null)
  const make = (wish: DemoCreate) => {
    setLastWish(wish)
    demo.make(wish)
  }
  const runAgain = () => {
    if (lastWish) demo.make(lastWish, (made) => demo.start(made.id))
  }
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={1}>{t('Demo call')}</Title>
          <Text c="dimmed" size="sm">
            {t('A real call in the database, played by the simulator. Nobody’s telephone rings.')}
          </Text>
        </div>
        <Group gap="sm">
          <ResetDemoCalls onReset={demo.clear} />
          <Button
            leftSection={<IconPresentation size={18} aria-hidden />}
            renderRoot={(props) => <Link {...props} to="/stage" />}
          >
            {t('Open the stage')}
          </Button>
        </Group>
      </Group>
      <div className={classes.columns}>
        <DemoCallForm onCreate={make} isPending={demo.isMaking} error={demo.makeError} />
        <div className={classes.stage}>
          <DemoStage demo={demo} onRunAgain={lastWish ? runAgain : null} />
        </div>
      </div>
    </Stack>
  )
}
