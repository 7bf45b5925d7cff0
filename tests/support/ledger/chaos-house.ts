import { cloneDatabase } from '../clone-database.ts'
import { startCluster } from '../cluster.ts'
import { openPlacementHouse } from './placement-house.ts'

/** As `openPlacementHouse`, on a PostgreSQL of its own. */
export async function openChaosHouse(input: Omit<Parameters<typeof openPlacementHouse>[0], 'url'>) {
  const cluster = await startCluster()
  const database = await cloneDatabase(cluster)
  const house = await openPlacementHouse({ url: database.url, ...input })
  return {
    ...house,
    async [Symbol.asyncDispose]() {
      await house[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
      await cluster.stop()
    },
  }
}
