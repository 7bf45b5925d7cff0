/** Parameters for fc.assert: a failing run prints its seed, and FC_SEED repeats it. */
export function randomRuns(numRuns: number): { numRuns: number; seed?: number } {
  const seed = process.env.FC_SEED
  return seed ? { numRuns, seed: Number(seed) } : { numRuns }
}
