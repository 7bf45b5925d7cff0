import { z } from 'zod'

export const speeds = [0.75, 1, 1.25, 1.5, 1.75, 2] as const

const habitsSchema = z.object({
  speed: z.literal(speeds).catch(1),
  skipsSilence: z.boolean().catch(false),
})
export type ListeningHabits = z.infer<typeof habitsSchema>

export const usualHabits: ListeningHabits = { speed: 1, skipsSilence: false }

/** What was kept on this device; whatever is wrong in it is as usual. */
export function readHabits(kept: string | undefined): ListeningHabits {
  try {
    return habitsSchema.parse(JSON.parse(kept ?? ''))
  } catch {
    return usualHabits
  }
}

/** The next faster or slower speed; the same where there is none. */
export function speedAfter(speed: ListeningHabits['speed'], step: 1 | -1) {
  return speeds[speeds.indexOf(speed) + step] ?? speed
}
