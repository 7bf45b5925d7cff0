import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { createCatalogAdapter } from './catalog-adapter.ts'

const require = createRequire(import.meta.url)
let isLoaded = false

/** Node 20 cannot import WebAssembly as a module, so the engine is put together by hand. */
async function loadEngine(): Promise<void> {
  if (isLoaded) return
  // Where the engine leaves its last words; without it they are lost in a TypeError.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string) {
        throw new Error(`The schema engine gave up: ${message}`)
      },
    },
  })
  const entry = require.resolve('@prisma/schema-engine-wasm')
  const binary = await readFile(path.join(path.dirname(entry), 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(binary, {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  })
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  isLoaded = true
}

// The engine is one machine with one memory: two users at a time make it panic.
let turn: Promise<unknown> = Promise.resolve()

/** Runs `work` with Prisma's schema engine on the database behind `url`, one at a time. */
export function withSchemaEngine<T>(
  url: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const mine = turn.then(() => useEngine(url, work))
  turn = mine.catch(() => undefined)
  return mine
}

async function useEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  await loadEngine()
  const catalog = createCatalogAdapter(url)
  const adapter = bindMigrationAwareSqlAdapterFactory(catalog.factory)
  const engine = await bindings.SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    adapter,
  )
  try {
    return await work(engine)
  } finally {
    engine.free()
    await catalog.close()
  }
}

export const noFilter = { externalTables: [], externalEnums: [] }

/** Reads the migration folders in the order in which they apply. */
export async function readMigrations(dir: string): Promise<MigrationList> {
  const entries = await readdir(dir, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const migrationDirectories = await Promise.all(
    names.sort().map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: await readFile(path.join(dir, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  )
  const lock = await readFile(path.join(dir, 'migration_lock.toml'), 'utf8')
  return {
    baseDir: dir,
    lockfile: { path: 'migration_lock.toml', content: lock },
    shadowDbInitScript: '',
    migrationDirectories,
  }
}
