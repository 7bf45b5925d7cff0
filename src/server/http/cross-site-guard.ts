import type { IncomingHttpHeaders } from 'node:http'
import { type AllowedOrigins, isAllowedOrigin } from './allowed-origin.ts'

/** Forms of any site can send every other type without asking first. */
const askedFirst = /^(application\/json|text\/csv)\s*(;|$)/i

/**
 * Why a request that writes is refused, or null. A page of another site can make a browser send
 * forms, and bodies of simple types, with the visitor's cookies: so an Origin must be ours to the
 * letter, and the request must carry what a browser asks permission for beforehand.
 */
export function refuseWrite(
  headers: IncomingHttpHeaders,
  { publicOrigin }: AllowedOrigins,
): { status: 403 | 415; message: string } | null {
  const { origin, host } = headers
  if (origin !== undefined && !isAllowedOrigin(origin, { host, publicOrigin })) {
    return { status: 403, message: refusedOrigin(publicOrigin) }
  }
  const site = headers['sec-fetch-site']
  if (origin === undefined && site !== undefined && site !== 'same-origin' && site !== 'none') {
    return { status: 403, message: refusedOrigin(publicOrigin) }
  }
  if (headers['x-ringback'] !== undefined) return null
  const type = headers['content-type']
  if (type !== undefined) {
    if (askedFirst.test(type)) return null
    return { status: 415, message: sendJson }
  }
  // A program that sends no body, like `curl -X DELETE`; a browser would give itself away.
  const isBrowser = origin !== undefined || site !== undefined || headers.cookie !== undefined
  if (!isBrowser) return null
  return { status: 415, message: 'Send application/json, or the header x-ringback: 1.' }
}

const sendJson = 'Send the body as application/json, or a file to import as text/csv.'

const refusedOrigin = (publicOrigin: string | null) =>
  publicOrigin === null
    ? 'Pages of other sites may not write here. Is this ours, under a name? Set PUBLIC_URL to its address.'
    : `Only pages of ${publicOrigin} may write here.`
