import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { PlacementPoint } from '../../../src/server/fail-point.ts'
import type { DispatchProcess, PlacementHouse } from './placement-house.ts'
import { isOver, judgeRun } from './verdict.ts'

const run = promisify(execFile)

/**
 * Servers stop still at points of a placement, one after the other and each with calls of its own;
 * another one takes over. Long after, they are let go on, and must do nothing any more.
 */
export async function stopAndResume(
  house: PlacementHouse,
  { points, callsEach }: { points: readonly PlacementPoint[]; callsEach: number },
) {
  const stopped: DispatchProcess[] = []
  for (const point of points) {
    await house.addCalls(callsEach)
    const server = await house.start({ STOP_AT: `${point}:1` })
    server.go()
    await whenStopped(server.child.pid ?? 0)
    stopped.push(server)
  }
  const requestsOfStopped = (await house.ledger.requests()).length
  const other = await house.start()
  other.go()
  await house.whenCalls(isOver, 150_000)
  const before = await callsAsTheyStand(house)
  for (const { kill } of stopped) {
    kill('SIGCONT')
    // It ends once all that it had begun is done.
    kill('SIGTERM')
  }
  await Promise.all(stopped.map(({ ended }) => ended))
  const after = await callsAsTheyStand(house)
  other.kill('SIGTERM')
  await other.ended
  return {
    ...(await judgeRun(house)),
    requestsOfStopped,
    /** Calls that went anywhere but from unknown to a firm no. */
    staleWrites: [...after].filter(([id, status]) => {
      const was = before.get(id)
      return was !== status && !(was === 'unknown' && status === 'failed')
    }).length,
  }
}

async function callsAsTheyStand({ db, organizationId }: PlacementHouse) {
  const calls = await db.call.findMany({
    where: { organizationId },
    select: { id: true, status: true },
  })
  return new Map(calls.map(({ id, status }) => [id, status]))
}

async function whenStopped(pid: number): Promise<void> {
  const until = Date.now() + 20_000
  while (Date.now() < until) {
    const { stdout } = await run('ps', ['-o', 'state=', '-p', String(pid)])
    if (stdout.trim() === 'T') return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`The process ${pid} did not stop at its point.`)
}
