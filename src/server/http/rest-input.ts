import { z } from 'zod'
import { DomainError } from '../domain/errors.ts'

/**
 * Query parameters as the fields of an input: numbers and flags are read from their text. What
 * cannot be read stays text, so that the schema names the field. The schema itself is left alone;
 * to make it coerce would let `""` and `null` pass as 0 over every other protocol too.
 */
export function readQuery(
  query: Readonly<Record<string, unknown>>,
  schema: z.ZodObject | null,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => {
      const field = schema?.shape[name]
      return [name, field === undefined ? value : readText(value, innermost(field))]
    }),
  )
}

function readText(value: unknown, type: z.core.$ZodType): unknown {
  if (typeof value !== 'string') return value
  if (type instanceof z.ZodNumber) return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value
  if (type instanceof z.ZodBoolean) return value === 'true' || (value === 'false' ? false : value)
  return value
}

function innermost(type: z.core.$ZodType): z.core.$ZodType {
  const isWrapped =
    type instanceof z.ZodOptional || type instanceof z.ZodNullable || type instanceof z.ZodDefault
  return isWrapped ? innermost(type.unwrap()) : type
}

/**
 * Names the query parameters that nothing reads: a filter that is misspelled must not show
 * everything. Strict schemas name them themselves.
 */
export function findUnreadQuery(
  query: Readonly<Record<string, unknown>>,
  schema: z.ZodObject | null,
): DomainError | null {
  if (schema?.def.catchall instanceof z.ZodNever) return null
  const shape = schema?.shape ?? {}
  const unread = Object.keys(query).filter((name) => !Object.hasOwn(shape, name))
  if (unread.length === 0) return null
  const message = 'This field is not known here.'
  const issues = unread.map((path) => ({ path, message }))
  return new DomainError('invalid_input', `${unread[0]}: ${message}`, issues)
}

/** A body of JSON as the fields of an input; no body counts as one without fields. */
export function readBody(body: unknown): Record<string, unknown> | null {
  if (body === undefined || body === null) return {}
  return typeof body === 'object' && !Array.isArray(body) ? { ...body } : null
}

/** The text of a CSV upload; files of spreadsheet programs are often not UTF-8. */
export function decodeCsv(bytes: Buffer, contentType: string | undefined): string {
  const charset = /charset="?([\w-]+)/i.exec(contentType ?? '')?.[1]
  try {
    return new TextDecoder(charset ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

export const readRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
