/**
 * The server may be on the presenter's own machine, or beside it: it is asked whether the browser
 * believes in a network or not, and what fails is told.
 */
export const onAnyNetwork = { networkMode: 'always' } as const
