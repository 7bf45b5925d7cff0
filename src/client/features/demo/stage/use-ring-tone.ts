import { useEffect } from 'react'

const TONES_HZ = [440, 480]
const RINGING_SEC = 2
const CYCLE_SEC = 4
const LOUDNESS = 0.04

/** The tone that a caller hears while it rings on the other side. */
export function useRingTone(isOn: boolean): void {
  useEffect(() => {
    if (!isOn || !('AudioContext' in window)) return
    const context = new AudioContext()
    const gain = context.createGain()
    gain.gain.value = 0
    gain.connect(context.destination)
    const tones = TONES_HZ.map((frequency) => new OscillatorNode(context, { frequency }))
    for (const tone of tones) {
      tone.connect(gain)
      tone.start()
    }
    const ring = () => {
      const { currentTime } = context
      gain.gain.setTargetAtTime(LOUDNESS, currentTime, 0.02)
      gain.gain.setTargetAtTime(0, currentTime + RINGING_SEC, 0.02)
    }
    ring()
    const timer = window.setInterval(ring, CYCLE_SEC * 1000)
    return () => {
      window.clearInterval(timer)
      void context.close()
    }
  }, [isOn])
}
