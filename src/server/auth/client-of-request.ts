/** From where a request comes, as far as an edge knows it. */
export type ClientOfRequest = {
  address: string | null
  userAgent: string | null
  cookie: string | null
}

export const unknownClient: ClientOfRequest = { address: null, userAgent: null, cookie: null }

/** The headers that better-auth reads: for a session's list entry, and for its cookie. */
export function headersOf({ address, userAgent, cookie }: ClientOfRequest): Headers {
  const headers = new Headers()
  if (address !== null) headers.set('x-forwarded-for', address)
  if (userAgent !== null) headers.set('user-agent', userAgent.slice(0, 500))
  if (cookie !== null) headers.set('cookie', cookie)
  return headers
}
