/**
 * Parameters for fc.assert: a failing run prints its seed, FC_SEED repeats it, and FC_RUNS asks for
 * more or fewer runs than npm test has time for.
 */
export function randomRuns(usualRuns: number): { numRuns: number; seed?: number } {
  const { FC_SEED: seed, FC_RUNS: runs } = process.env
  const numRuns = runs ? Number(runs) : usualRuns
  return seed ? { numRuns, seed: Number(seed) } : { numRuns }
}
