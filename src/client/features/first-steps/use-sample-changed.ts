import { trpc } from '../../lib/trpc.ts'

/** Asks anew for what sample data is part of; the lists of calls follow the feed by themselves. */
export function useSampleChanged(): () => void {
  const utils = trpc.useUtils()
  return () => {
    void utils.sampleData.invalidate()
    void utils.organization.invalidate()
    void utils.cases.invalidate()
    void utils.insights.invalidate()
    void utils.campaigns.invalidate()
    void utils.doNotCall.invalidate()
    void utils.calls.invalidate()
  }
}
