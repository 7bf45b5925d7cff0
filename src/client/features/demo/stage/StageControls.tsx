import { Button, Kbd, SegmentedControl } from '@mantine/core'
import {
  IconArrowRight,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerTrackNext,
  IconRefresh,
  IconRotate2,
} from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import classes from './StageView.module.css'
import type { StageAction } from './stage-action.ts'
import { type Speed, speeds } from './stage-clock.ts'
import { stageWords } from './stage-words.ts'
import type { Stage } from './use-stage.ts'

const icons = {
  start: IconPlayerPlay,
  pause: IconPlayerPause,
  go_on: IconPlayerPlay,
  again: IconRefresh,
  next: IconArrowRight,
}

type StageControlsProps = { stage: Stage; action: StageAction | null; canReset: boolean }

/** Everything that a presenter can do, each with the key that does it too. */
export function StageControls({ stage, action, canReset }: StageControlsProps) {
  const IconOf = icons[action?.name ?? 'start']
  return (
    <footer className={classes.controls}>
      <Button
        className={classes.main}
        disabled={action === null}
        loading={action?.isPending}
        onClick={action?.run}
        leftSection={<IconOf size="1.3em" aria-hidden />}
        rightSection={<Kbd>{t('Space')}</Kbd>}
      >
        {action?.label ?? stageWords.start}
      </Button>
      <Button
        variant="default"
        className={classes.control}
        disabled={!stage.canStep}
        onClick={stage.step}
        leftSection={<IconPlayerTrackNext size="1.2em" aria-hidden />}
        rightSection={<Kbd>→</Kbd>}
      >
        {stageWords.step}
      </Button>
      <SegmentedControl
        className={classes.speed}
        aria-label={stageWords.speed}
        value={String(stage.clock.speed)}
        onChange={(value) => stage.setSpeed(speeds.find((speed) => String(speed) === value) ?? 1)}
        data={speeds.map((speed: Speed) => ({ value: String(speed), label: `${speed}×` }))}
      />
      <Button
        variant="default"
        className={classes.control}
        disabled={!canReset}
        loading={stage.made.remove.isPending}
        title={stageWords.resetHint}
        onClick={stage.reset}
        leftSection={<IconRotate2 size="1.2em" aria-hidden />}
        rightSection={<Kbd>R</Kbd>}
      >
        {stageWords.reset}
      </Button>
    </footer>
  )
}
