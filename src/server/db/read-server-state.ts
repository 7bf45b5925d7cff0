import type { Db } from './client.ts'

/** How many calls there are, over all organizations, and how many changes their feeds numbered. */
export async function readServerState(db: Db) {
  const [row] = await db.$queryRaw<
    { ready: number; missed: number; completed: number; live: number; changes: number }[]
  >`
    select coalesce(sum("readyCount"), 0)::int as ready,
      coalesce(sum("missedCount"), 0)::int as missed,
      coalesce(sum("completedCount"), 0)::int as completed,
      coalesce(sum("feedSeq"), 0)::float8 as changes,
      (select count(*)::int from "Call"
        where status in ('placing', 'ringing', 'in_progress')) as live
    from "Organization"`
  const { changes = 0, ...calls } = row ?? { ready: 0, missed: 0, completed: 0, live: 0 }
  return { calls, changes }
}

/** False when the database has not answered within `deadlineMs`. */
export async function isDatabaseAnswering(db: Db, deadlineMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), deadlineMs)
  })
  const answer = db.$queryRaw`select 1`.then(
    () => true,
    () => false,
  )
  const isAnswering = await Promise.race([answer, late])
  clearTimeout(timer)
  return isAnswering
}
