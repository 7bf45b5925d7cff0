import { z } from 'zod'
import { keyScopes, roles } from './rights.ts'

export const roleSchema = z.enum(roles)
export const keyScopeSchema = z.enum(keyScopes)
