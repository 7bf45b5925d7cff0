import { useSession } from '../../lib/session.tsx'

/** What a door does once the server let somebody in; its button stays busy until the page opens. */
export function useComeIn(to: string | undefined) {
  const session = useSession()
  return { onSuccess: () => session.begin(to) }
}
