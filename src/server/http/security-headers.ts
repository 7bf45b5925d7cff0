import { createHash } from 'node:crypto'
import type { FastifyHelmetOptions } from '@fastify/helmet'

/** For answers to what cannot even be read, which pass none of the hooks; they hold no page. */
export const headersOfUnread = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/**
 * A page may load and reach only what this server serves, and run of what stands in its file just the
 * scripts that it was built with. Mantine sets styles on elements.
 */
export function securityHeaders(
  publicOrigin: string | null,
  page: string | null,
): FastifyHelmetOptions {
  const isSecure = publicOrigin?.startsWith('https:') ?? false
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...(page === null ? [] : hashesOfScripts(page))],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isSecure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    // Over plain http a browser would remember it for a host that has no certificate.
    strictTransportSecurity: isSecure,
  }
}

/** As sources of a policy: https://www.w3.org/TR/CSP3/#grammardef-hash-source. */
function hashesOfScripts(page: string): string[] {
  // As a browser reads it, which knows one way to end a line.
  const text = page.replaceAll(/\r\n?/g, '\n')
  const sources = [...text.matchAll(/<script>(.*?)<\/script>/gs)].map(([, source = '']) => source)
  return sources.map((source) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`)
}
