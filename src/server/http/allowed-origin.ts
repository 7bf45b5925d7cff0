/**
 * Says whether a page of `origin` may open a socket here: one that this server served itself, or
 * one of `allowedOrigins`. Programs send no origin and are let through; browsers always send one.
 */
export function isAllowedOrigin(
  origin: string | undefined,
  request: { host: string | undefined; allowedOrigins: readonly string[] },
): boolean {
  if (origin === undefined) return true
  const { host, allowedOrigins } = request
  if (!URL.canParse(origin)) return false
  const url = new URL(origin)
  // Only an origin in its one proper spelling: anything else is somebody trying.
  if (url.origin !== origin || !/^https?:$/.test(url.protocol)) return false
  return url.host === host?.toLowerCase() || allowedOrigins.includes(url.origin)
}
