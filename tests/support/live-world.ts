import { type LiveWorld, type LiveWorldOptions, openLiveWorld } from './open-live-world.ts'
import { createTestDatabase } from './test-database.ts'

/** One organization, and a server that has its feed and its lists, on a port of its own. */
export const createLiveWorld = async (options: LiveWorldOptions = {}): Promise<LiveWorld> =>
  openLiveWorld(await createTestDatabase(), options)
