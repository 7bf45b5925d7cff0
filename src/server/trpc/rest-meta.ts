import type { OpenApiMeta } from 'trpc-to-openapi'
import { z } from 'zod'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

const pageHeaders = z.object({
  Link: z
    .string()
    .optional()
    .meta({ description: 'The next page, as `<url>; rel="next"`; absent on the last one.' }),
})

/**
 * Opens a procedure over REST; `path` is below `/api/v1` and names the input's own fields. `errors`
 * are the refusals of this route alone, by their status.
 */
export function rest(
  method: Method,
  path: `/${string}`,
  summary: string,
  errors: Record<number, string> = {},
): OpenApiMeta {
  const { errorResponses, ...described } = describe(method, path)
  const refusals = { ...errorResponses, ...errors }
  return { openapi: { method, path, summary, ...described, errorResponses: refusals } }
}

/** As `rest`, for a list that comes in pages. */
export const restList = (path: `/${string}`, summary: string): OpenApiMeta => ({
  openapi: {
    method: 'GET',
    path,
    summary,
    responseHeaders: pageHeaders,
    ...describe('GET', path),
  },
})

const describe = (method: Method, path: string) => ({
  tags: [areaOf(path)],
  protect: true,
  errorResponses: errorsOf(method, path),
})

/** Every status with which a route may refuse, and why. */
export function errorsOf(method: Method, path: string): Record<number, string> {
  const errors: Record<number, string> = {
    400: 'Something in the request is wrong; `issues` name the fields.',
    401: 'Nobody is signed in, or the key is not valid, or no longer.',
    403: 'The role, or the scopes of the key, do not allow it.',
    429: 'The key, or this address, asks too often; `Retry-After` says after how many seconds to try again.',
    500: 'Something went wrong on our side.',
    503: 'The database does not answer right now; try again in a moment.',
  }
  if (path.includes('{')) errors[404] = 'There is nothing with this id.'
  if (method !== 'GET') {
    errors[409] = 'The state of things does not allow it.'
    errors[413] = 'The body is too large.'
    errors[415] = 'The body is of another type than those that are described here.'
  }
  return errors
}

function areaOf(path: string): string {
  if (path.startsWith('/service-records')) return 'Service records'
  if (path.startsWith('/cases')) return 'Cases'
  if (path.startsWith('/calls/demo')) return 'Demo calls'
  if (path.startsWith('/insights')) return 'Insights'
  return path === '/calls/schedule-config' ? 'Schedule' : 'Calls'
}
