/** A case falls overdue by the clock alone, of which no feed tells. */
export const askedEachMinute = { refetchInterval: 60_000 } as const
