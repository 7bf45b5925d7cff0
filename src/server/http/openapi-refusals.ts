/** What every refusal says. */
export const errorSchema = {
  type: 'object' as const,
  description: 'What is wrong, in words for people and a code for programs.',
  required: ['code', 'message'],
  properties: {
    code: { type: 'string' as const, example: 'BAD_REQUEST' },
    message: { type: 'string' as const, example: 'npsScore: Too big: expected number to be <=10' },
    issues: {
      type: 'array' as const,
      description: 'Every field that is wrong.',
      items: {
        type: 'object' as const,
        required: ['path', 'message'],
        properties: { path: { type: 'string' as const }, message: { type: 'string' as const } },
      },
    },
  },
}

/** Why a route may refuse, by status, as the document tells it. */
export const refusalsOf = (errors: Readonly<Record<number, string>>) =>
  Object.fromEntries(
    Object.entries(errors).map(([status, description]) => [
      status,
      { description, content: { 'application/json': { schema: errorSchema } } },
    ]),
  )
