import {
  createSeededRandom,
  type SeededRandom,
} from '../../src/server/services/demo-day/seeded-random.ts'

/** Chance for a run: prints its seed, and FC_SEED repeats it. */
export function seededChance(): { seed: string; random: SeededRandom } {
  const seed = process.env.FC_SEED ?? String(Math.floor(Math.random() * 2 ** 31))
  return { seed, random: createSeededRandom(seed) }
}

/** So much of a full run's number as CHAOS_SHARE says, all of it unless set: 0.05 shows that a command works. */
export function shareOf(full: number): number {
  const share = Number(process.env.CHAOS_SHARE ?? 1)
  // With none of it, nothing would be tried and all of it would pass.
  if (!(share > 0)) throw new Error('CHAOS_SHARE has to be a number above 0, like 0.05.')
  return Math.max(1, Math.round(full * share))
}
