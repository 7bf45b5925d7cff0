import { apiKey } from '@better-auth/api-key'
import { prismaAdapter } from '@better-auth/prisma-adapter'
import { betterAuth } from 'better-auth'
import { uuidv7 } from 'uuidv7'
import type { Db } from '../db/client.ts'

const day = 60 * 60 * 24

/**
 * Sessions, passwords and keys, by better-auth. Its own routes are not served: what people may do
 * goes through procedures, which know rights and leave marks in the audit log.
 */
export function createAuth(input: { db: Db; secret: string; publicOrigin: string | null }) {
  const { db, secret, publicOrigin } = input
  const isSecure = publicOrigin?.startsWith('https:') ?? false
  return betterAuth({
    baseURL: publicOrigin ?? 'http://localhost',
    secret,
    database: prismaAdapter(db, { provider: 'postgresql' }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 1 },
    session: { expiresIn: 14 * day, updateAge: day, freshAge: 0 },
    user: { modelName: 'user' },
    advanced: {
      database: { generateId: () => uuidv7() },
      // Its own switch knows only the prefix __Secure-, which another host below ours may overwrite.
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: isSecure ? '__Host-ringback-session' : 'ringback-session',
          attributes: { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/' },
        },
      },
    },
    plugins: [
      apiKey({
        schema: { apikey: { modelName: 'apiKey' } },
        references: 'organization',
        requireName: true,
        // Its own counter starts anew only after a silence, so a steady caller would be refused too.
        rateLimit: { enabled: false },
      }),
    ],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

export type Auth = ReturnType<typeof createAuth>
