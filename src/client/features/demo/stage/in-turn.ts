/** What is asked of a call comes one after the other: nothing is told of a call that is removed. */
export const inTurn = { scope: { id: 'stage' } } as const
