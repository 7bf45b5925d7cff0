/** The moments of a placement at which tests end the process, in the order of its life. */
export const placementPoints = [
  /** In the transaction that claims, before its commit. */
  'claiming',
  'claimed',
  /** It is written down that the provider will be asked. */
  'cleared',
  /** The request is on its way, its answer is not back. */
  'requested',
  'accepted',
  /** The provider's id is written down. */
  'stored',
] as const
export type PlacementPoint = (typeof placementPoints)[number]

/** Hears of each point as it is reached. */
export type ReachPoint = (point: PlacementPoint) => void

export type FailPoint = { point: PlacementPoint; pass: number }

/** Long enough for a request on loopback to leave, short enough for its answer not to be read. */
const onItsWayMs = 2

/** Ends this process as a loss of power would, when the point is reached for the `pass`th time. */
export function createFailPoint(
  { point, pass }: FailPoint,
  die = () => void process.kill(process.pid, 'SIGKILL'),
): ReachPoint {
  let passes = 0
  return (reached) => {
    if (reached !== point) return
    passes += 1
    if (passes !== pass) return
    if (point === 'requested') setTimeout(die, onItsWayMs)
    else die()
  }
}
