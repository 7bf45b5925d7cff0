import { ActionIcon, Group } from '@mantine/core'
import {
  IconArrowLeft,
  IconMaximize,
  IconMinimize,
  IconVolume,
  IconVolumeOff,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { ColorSchemeSwitch } from '../../../components/ColorSchemeSwitch.tsx'
import { SimulatedMark } from '../../../components/SimulatedMark.tsx'
import classes from './StageView.module.css'
import { stageWords } from './stage-words.ts'

type StageBarProps = {
  isMuted: boolean
  onMute: (isMuted: boolean) => void
  isFullScreen: boolean
  onFullScreen: () => void
}

export function StageBar({ isMuted, onMute, isFullScreen, onFullScreen }: StageBarProps) {
  const sound = isMuted ? stageWords.soundOn : stageWords.soundOff
  const screen = isFullScreen ? stageWords.leaveFullScreen : stageWords.fullScreen
  const look = { variant: 'subtle', color: 'gray', size: 'lg' } as const
  return (
    <header className={classes.bar}>
      <ActionIcon
        {...look}
        aria-label={stageWords.back}
        title={stageWords.back}
        renderRoot={(props) => <Link {...props} to="/demo" />}
      >
        <IconArrowLeft size={20} aria-hidden />
      </ActionIcon>
      <h1 className={classes.title}>{stageWords.title}</h1>
      <SimulatedMark />
      <span className={classes.kindly}>{stageWords.simulated}</span>
      <Group gap={4} wrap="nowrap" ml="auto">
        <ActionIcon {...look} aria-label={sound} title={sound} onClick={() => onMute(!isMuted)}>
          {isMuted ? <IconVolumeOff size={20} aria-hidden /> : <IconVolume size={20} aria-hidden />}
        </ActionIcon>
        {document.fullscreenEnabled && (
          <ActionIcon {...look} aria-label={screen} title={`${screen} (F)`} onClick={onFullScreen}>
            {isFullScreen ? (
              <IconMinimize size={20} aria-hidden />
            ) : (
              <IconMaximize size={20} aria-hidden />
            )}
          </ActionIcon>
        )}
        <ColorSchemeSwitch />
      </Group>
    </header>
  )
}
