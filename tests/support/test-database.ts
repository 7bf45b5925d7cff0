import { inject } from 'vitest'
import { copyTemplate, dropDatabase, openDatabase, type TestDatabase } from './clone-database.ts'
import { emptyDatabase, schemaOf } from './empty-database.ts'

/** What tests of this process have left empty, by the address of its cluster. */
const spares = new Map<string, string[]>()
let schema: Promise<string> | undefined

/**
 * A migrated, empty database of the test's own. A copy of the template costs more than most tests
 * do, so a database is taken again once it is empty and nobody has it open.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const cluster = { url: inject('databaseUrl'), templateName: inject('templateName') }
  const ofCluster = spares.get(cluster.url) ?? []
  spares.set(cluster.url, ofCluster)
  const url = ofCluster.pop() ?? (await copyTemplate(cluster))
  schema ??= schemaOf(url)
  const untouched = await schema
  return openDatabase(url, async () => {
    if (await emptyDatabase(url, untouched)) ofCluster.push(url)
    else await dropDatabase(cluster, url)
  })
}
