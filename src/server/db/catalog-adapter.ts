import { EventEmitter } from 'node:events'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import pg from 'pg'

const catalogCharOid = 18
const textOid = 25

/**
 * The schema engine reads catalog columns of type "char" (oid 18) and wants them as characters, a
 * type that the adapter refuses. This adapter passes them as text and then names their true type.
 * The engine asks one question at a time, so the last described row is the one being answered.
 */
export function createCatalogAdapter(url: string): {
  factory: SqlMigrationAwareDriverAdapterFactory
  close(): Promise<void>
} {
  let charColumns: readonly number[] = []
  const pool = new pg.Pool({ connectionString: url })
  pool.on('connect', (client) => {
    const connection: unknown = Reflect.get(client, 'connection')
    if (!(connection instanceof EventEmitter)) return
    connection.prependListener('rowDescription', ({ fields }: { fields: pg.FieldDef[] }) => {
      charColumns = fields.flatMap((field, i) => (field.dataTypeID === catalogCharOid ? [i] : []))
      for (const i of charColumns) Object.assign(fields[i] ?? {}, { dataTypeID: textOid })
    })
  })

  const inner = new PrismaPg(pool)
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: inner.provider,
    adapterName: inner.adapterName,
    connectToShadowDb: () => inner.connectToShadowDb(),
    async connect() {
      const adapter = await inner.connect()
      const queryRaw = adapter.queryRaw.bind(adapter)
      adapter.queryRaw = async (query) => {
        const result = await queryRaw(query)
        for (const i of charColumns) result.columnTypes[i] = ColumnTypeEnum.Character
        return result
      }
      // Its own cuts a script at every semicolon, also within functions; the server knows better,
      // and takes the whole as one transaction.
      adapter.executeScript = async (script) => {
        await pool.query(script)
      }
      return adapter
    },
  }
  return { factory, close: () => pool.end() }
}
