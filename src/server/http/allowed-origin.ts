/** Where pages may come from that write or open a socket here. */
export type AllowedOrigins = {
  /** Like `https://ringback.example`, where people reach the server by that one address. */
  publicOrigin: string | null
}

/**
 * Says whether a page of `origin` was served by this server. With a public address only that one
 * counts. Without it the origin must be the host that was asked for, by http as it is served here,
 * and that host a number or `localhost`: any other name could be pointed at this machine by whoever
 * owns it (DNS rebinding).
 */
export function isAllowedOrigin(
  origin: string,
  { host, publicOrigin }: AllowedOrigins & { host: string | undefined },
): boolean {
  if (!URL.canParse(origin)) return false
  const url = new URL(origin)
  // Only an origin in its one proper spelling: anything else is somebody trying.
  if (url.origin !== origin || !/^https?:$/.test(url.protocol)) return false
  if (publicOrigin !== null) return url.origin === publicOrigin
  return url.protocol === 'http:' && url.host === host?.toLowerCase() && isUnforgeable(url.hostname)
}

const isUnforgeable = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname.startsWith('[') ||
  /^\d+\.\d+\.\d+\.\d+$/.test(hostname)
