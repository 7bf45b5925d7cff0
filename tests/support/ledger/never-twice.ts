import { type Aim, none } from '../measurement.ts'
import type { Verdict } from './verdict.ts'

/** What holds however a run went: nobody is rung twice, nothing is lost, everything ends. */
export const neverTwice = (verdict: Verdict, calls: number): Aim[] => [
  none('requests sent twice', verdict.sentTwice),
  none('customers asked for twice', verdict.rungTwice),
  none('calls lost', calls - verdict.calls),
  none('calls without an end', verdict.unfinished),
  none('requests that we know nothing of', verdict.lostRequests),
  none('completed calls that were never asked for', verdict.inventedCalls),
]
