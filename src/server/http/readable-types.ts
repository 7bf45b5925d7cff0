/**
 * The same JSON schemas with their formats by name instead of by patterns that nobody can read, and
 * without the bounds that every number has.
 */
export function withReadableTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withReadableTypes)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).filter(([name, field]) => !isNoise(name, field, value))
  const readable = Object.fromEntries(
    fields.map(([name, field]) => [name, withReadableTypes(field)]),
  )
  if (!isGivenInstant(value)) return readable
  return { ...readable, format: 'date-time', example: '2026-11-20T17:30:00Z' }
}

function isNoise(name: string, field: unknown, schema: object): boolean {
  if (name === 'minimum' || name === 'maximum') {
    return Math.abs(Number(field)) === Number.MAX_SAFE_INTEGER
  }
  if (name === 'pattern') return 'format' in schema
  return name === 'allOf' && isGivenInstant(schema)
}

/** An instant in an input bears a pattern for each of its rules. */
const isGivenInstant = (schema: object): boolean =>
  'type' in schema &&
  schema.type === 'string' &&
  'allOf' in schema &&
  Array.isArray(schema.allOf) &&
  schema.allOf.every((rule) => typeof rule === 'object' && rule !== null && 'pattern' in rule)
