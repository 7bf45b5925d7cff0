import type { Deps } from '../deps.ts'

const batchSize = 100

/**
 * Removes the files of erased recordings. A file is noted in the transaction that erases its row,
 * so one that a crash left behind is found again at the next start. `deps.db` acts as the
 * dispatcher.
 */
export async function removeErasedFiles({
  db,
  log,
  recordings,
}: Pick<Deps, 'db' | 'log' | 'recordings'>): Promise<void> {
  const readPage = (after?: string) =>
    db.erasedFile.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: batchSize,
    })
  // Those that cannot be removed do not hold up younger ones.
  for (let files = await readPage(); files.length > 0; files = await readPage(files.at(-1)?.id)) {
    for (const { id, storageKey } of files) {
      try {
        await recordings.remove(storageKey)
        await db.erasedFile.deleteMany({ where: { id } })
      } catch (err) {
        log.error({ err, erasedFileId: id }, 'an erased recording could not be removed')
      }
    }
  }
}
