import { inject } from 'vitest'
import { cloneDatabase, type TestDatabase } from './clone-database.ts'

/** A migrated, empty database of the test's own; dropped on disposal. */
export const createTestDatabase = (): Promise<TestDatabase> =>
  cloneDatabase({ url: inject('databaseUrl'), templateName: inject('templateName') })
