import type { Db } from './client.ts'

/** A secret that all processes on one database share: the one that is kept, else `fresh` from now on. */
export async function keepServerSecret(db: Db, name: string, fresh: string): Promise<string> {
  await db.serverSecret.createMany({ data: { name, value: fresh }, skipDuplicates: true })
  const { value } = await db.serverSecret.findUniqueOrThrow({ where: { name } })
  return value
}
