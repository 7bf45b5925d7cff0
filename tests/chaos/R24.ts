import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { seededChance } from '../support/chaos-seed.ts'
import { killWriters } from '../support/kill-writers.ts'
import { atLeast, type Measurement, none } from '../support/measurement.ts'

/** A hundred kills of whoever writes into the built-in database, half of them with the database. */
export async function measure(): Promise<Measurement> {
  const { seed, random } = seededChance()
  console.log(`seed ${seed}`)
  const dataDir = await mkdtemp(path.join(tmpdir(), 'ringback-r24-'))
  try {
    const kills = Number(process.env.KILLS ?? 100)
    const verdict = await killWriters(dataDir, { kills, random })
    return {
      name: 'R24',
      aims: [
        none('acknowledged writes lost', verdict.lost),
        none('orphaned databases not adopted', verdict.notAdopted),
        atLeast('a second server joins', 1, verdict.joinedAnother, ''),
        atLeast('writes acknowledged', kills, verdict.acknowledged, ''),
      ],
      figures: { seed, ...verdict },
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}
