/** Whether better-auth said no to what was asked, as opposed to failing. */
export const isApiRefusal = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'statusCode' in error &&
  (error.statusCode === 400 || error.statusCode === 401)
