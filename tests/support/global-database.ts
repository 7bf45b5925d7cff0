import type { TestProject } from 'vitest/node'
import { type Cluster, startCluster } from './cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the cluster's own database; `createTestDatabase` clones beside it. */
    databaseUrl: string
    templateName: string
  }
}

type Shared = { users: number; cluster: Promise<Cluster> }

// Each project runs this file as a module of its own, yet one cluster has to serve them all.
declare global {
  var ringbackTestCluster: Shared | undefined
}

/** Starts one PostgreSQL for the run and migrates the template that every test file clones. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  globalThis.ringbackTestCluster ??= { users: 0, cluster: startCluster() }
  const shared = globalThis.ringbackTestCluster
  shared.users += 1
  const cluster = await shared.cluster
  project.provide('databaseUrl', cluster.url)
  project.provide('templateName', cluster.templateName)
  return async () => {
    shared.users -= 1
    if (shared.users > 0) return
    globalThis.ringbackTestCluster = undefined
    await cluster.stop()
  }
}
