import pg from 'pg'
import { startEmbeddedServer } from '../../src/server/db/embedded-server.ts'

// Starts or joins the database of a folder and writes rows into it until it is killed; says of each
// row that it was acknowledged.

const [, , dataDir = '', firstId = '1'] = process.argv
const server = await startEmbeddedServer({ dataDir })
process.stdout.write(`database ${server.pid} ${server.wasAdopted ? 'adopted' : 'started'}\n`)
const client = new pg.Client({ connectionString: server.url })
await client.connect()
await client.query(
  'create table if not exists acknowledged (id int primary key, word text not null)',
)
for (let id = Number(firstId); ; id += 1) {
  await client.query('insert into acknowledged values ($1::int, md5($1::int::text))', [id])
  process.stdout.write(`ack ${id}\n`)
}
