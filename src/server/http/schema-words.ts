import { z } from 'zod'
import { type Html, html, join, withCode } from './html.ts'

/** The parts of a JSON schema that a reader is shown. */
const schemaSchema = z.object({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  description: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  default: z.unknown().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxLength: z.number().optional(),
  maxItems: z.number().optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
})

const read = (schema: unknown) => schemaSchema.catch({}).parse(schema)

/** A type in a few words, with links to the schemas that have a name. */
export function typeOf(schema: unknown): Html {
  const { $ref, type, format, items, anyOf, oneOf, ...rest } = read(schema)
  if ($ref !== undefined) {
    const name = $ref.split('/').at(-1) ?? $ref
    return html`<a href="#schema-${name}">${name}</a>`
  }
  const options = anyOf ?? oneOf
  if (options !== undefined) return join(options.map(typeOf), ' or ')
  if (rest.enum !== undefined)
    return join(
      rest.enum.map((value) => html`<code>${value}</code>`),
      ' · ',
    )
  if (rest.const !== undefined) return html`<code>${rest.const}</code>`
  if (items !== undefined) return html`list of ${typeOf(items)}`
  const words = [Array.isArray(type) ? type.join(' or ') : (type ?? 'any'), format].filter(Boolean)
  return html`${words.join(', ')}${boundsOf(rest)}`
}

function boundsOf({ minimum, maximum, maxLength, maxItems }: z.infer<typeof schemaSchema>): string {
  const isBounded = (bound?: number) =>
    bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER
  if (isBounded(minimum) && isBounded(maximum)) return `, ${minimum} to ${maximum}`
  if (isBounded(maximum)) return `, at most ${maximum}`
  if (isBounded(minimum)) return `, at least ${minimum}`
  if (maxLength !== undefined) return `, at most ${maxLength} characters`
  return maxItems === undefined ? '' : `, at most ${maxItems}`
}

/** What an answer is, and of an object without a name its fields. */
export const answerOf = (schema: unknown): Html =>
  read(schema).properties === undefined
    ? html`${typeOf(schema)}`
    : html`${typeOf(schema)}${fieldsOf(schema)}`

/** The fields of an object as a table; anything else as its type. */
export function fieldsOf(schema: unknown): Html {
  const { properties, required = [] } = read(schema)
  if (properties === undefined) return html`<p>${typeOf(schema)}</p>`
  const rows = Object.entries(properties).map(([name, field]) =>
    fieldRow(name, field, required.includes(name)),
  )
  return html`<table>${rows}</table>`
}

/** One field or parameter, and below it the fields that it has itself. */
export function fieldRow(name: string, schema: unknown, isRequired: boolean): Html {
  const { description, default: usual, properties, items } = read(schema)
  const inner = properties === undefined ? items : schema
  const hasFields = inner !== undefined && read(inner).properties !== undefined
  return html`<tr>
    <th scope="row"><code>${name}</code>${isRequired ? html` <em>required</em>` : ''}</th>
    <td>${typeOf(schema)}${usual === undefined ? '' : html`, usually <code>${JSON.stringify(usual)}</code>`}
      ${description === undefined ? '' : html`<p>${withCode(description)}</p>`}
      ${hasFields ? fieldsOf(inner) : ''}</td>
  </tr>`
}
