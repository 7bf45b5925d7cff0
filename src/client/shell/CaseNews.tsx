import { useFeedNews } from '../features/calls/use-live-calls.tsx'
import { useCaseNews } from '../features/cases/use-case-news.tsx'

/** Lets the cases hear of what the calls' feed tells. */
export function CaseNews({ userId }: { userId: string | null }) {
  useFeedNews(useCaseNews(userId))
  return null
}
