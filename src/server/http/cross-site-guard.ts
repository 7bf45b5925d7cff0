import type { IncomingHttpHeaders } from 'node:http'
import { isAllowedOrigin } from './allowed-origin.ts'

/** Forms of any site can send every other type without asking first. */
const askedFirst = /^(application\/json|text\/csv)\s*(;|$)/i

/**
 * Why a request that writes is refused, or null. A page of another site can make a browser send
 * forms, and bodies of simple types, with the visitor's cookies: so an Origin must be ours to the
 * letter, and the request must carry what a browser asks permission for beforehand.
 */
export function refuseWrite(
  headers: IncomingHttpHeaders,
  allowedOrigins: readonly string[],
): { status: 403 | 415; message: string } | null {
  const { origin, host } = headers
  if (!isAllowedOrigin(origin, { host, allowedOrigins })) {
    return { status: 403, message: 'Requests from pages of other sites are refused.' }
  }
  const site = headers['sec-fetch-site']
  if (origin === undefined && site !== undefined && site !== 'same-origin' && site !== 'none') {
    return { status: 403, message: 'Requests from pages of other sites are refused.' }
  }
  if (headers['x-ringback'] !== undefined) return null
  const type = headers['content-type']
  if (type !== undefined) {
    if (askedFirst.test(type)) return null
    return { status: 415, message: 'Send the body as application/json.' }
  }
  // A program that sends no body, like `curl -X DELETE`; a browser would give itself away.
  const isBrowser = origin !== undefined || site !== undefined || headers.cookie !== undefined
  if (!isBrowser) return null
  return { status: 415, message: 'Send application/json, or the header x-ringback: 1.' }
}
