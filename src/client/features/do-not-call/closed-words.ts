/** What became of the calls that waited for a number. */
export function closedWords(canceledCalls: number): string {
  if (canceledCalls === 0) return 'No call was waiting for it.'
  return canceledCalls === 1
    ? 'Its waiting call was closed.'
    : `Its ${canceledCalls} waiting calls were closed.`
}
