import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef } from 'react'
import WaveSurfer from 'wavesurfer.js'
import { type Silence, silencesIn } from './silences.ts'

const HEIGHT_PX = 48

const colours = {
  light: { waveColor: '#b3c1c9', progressColor: '#137b89' },
  dark: { waveColor: '#50606b', progressColor: '#54b5c0' },
}

export type WaveformProps = {
  media: HTMLAudioElement
  /** Told once the sound is there to be looked at. */
  onSilences: (silences: readonly Silence[]) => void
}

/** Draws the sound of an audio element and how far it has played; takes no input itself. */
export function Waveform({ media, onSilences }: WaveformProps) {
  const container = useRef<HTMLDivElement>(null)
  const scheme = useComputedColorScheme('light')
  useEffect(() => {
    if (container.current === null) return
    const wave = WaveSurfer.create({
      container: container.current,
      media,
      height: HEIGHT_PX,
      interact: false,
      normalize: true,
      hideScrollbar: true,
      cursorWidth: 0,
      barWidth: 2,
      barGap: 2,
      barRadius: 2,
      barMinHeight: 2,
      ...colours[scheme],
    })
    wave.on('decode', () => {
      const sound = wave.getDecodedData()
      if (sound) onSilences(silencesIn(sound.getChannelData(0), sound.sampleRate))
    })
    // Without the picture the recording still plays; the player tells when it cannot.
    wave.on('error', () => {})
    return () => wave.destroy()
  }, [media, scheme, onSilences])
  return <div ref={container} aria-hidden />
}
