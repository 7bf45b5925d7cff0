/** How far a campaign is changes by calls, of which no feed tells it. */
export const askedAgain = { refetchInterval: 20_000 } as const
