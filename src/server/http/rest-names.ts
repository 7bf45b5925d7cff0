/**
 * What a field of a procedure's input is called in its REST path and errors: below `/calls` an `id`
 * is a `callId`.
 */
export const outsideName = (path: string, field: string): string =>
  field === 'id' && path.startsWith('/calls/{id}') ? 'callId' : field
