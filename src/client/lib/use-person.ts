import { trpc } from './trpc.ts'

/** Whose words are written here: one person in one organization; undefined until that is known. */
export const usePerson = (): string | undefined =>
  // The page around this one keeps the answer fresh.
  trpc.organization.current.useQuery(undefined, {
    staleTime: Number.POSITIVE_INFINITY,
    select: ({ id, user }) => `${id} ${user?.id}`,
  }).data
