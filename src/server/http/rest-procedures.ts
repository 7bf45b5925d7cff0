import { z } from 'zod'
import type { Context } from '../trpc/context.ts'
import { appRouter } from '../trpc/router.ts'

/** One procedure that is open over REST. */
export type RestProcedure = {
  /** Like `calls.byId`. */
  name: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below `/api/v1`, with `{name}` for the input's fields. */
  path: string
  inputSchema: z.ZodObject | null
  call(context: Context, input: unknown, signal: AbortSignal): Promise<unknown>
}

const definitionSchema = z.object({
  inputs: z.array(z.unknown()).default([]),
  meta: z.object({
    openapi: z.object({ method: z.enum(['GET', 'POST', 'PUT', 'DELETE']), path: z.string() }),
  }),
})

/** Every procedure whose meta opens it over REST. */
export function listRestProcedures(): RestProcedure[] {
  return Object.entries(appRouter._def.procedures).flatMap(([name, procedure]) => {
    const definition = definitionSchema.safeParse(memberOf(procedure, '_def'))
    if (!definition.success) return []
    const { meta, inputs } = definition.data
    const [schema] = inputs
    return {
      name,
      ...meta.openapi,
      inputSchema: schema instanceof z.ZodObject ? schema : null,
      async call(context: Context, input: unknown, signal: AbortSignal) {
        const caller = appRouter.createCaller(context, { signal })
        const procedure = name.split('.').reduce<unknown>(memberOf, caller)
        if (typeof procedure !== 'function') throw new Error(`${name} cannot be called`)
        return procedure(schema === undefined ? undefined : input)
      },
    }
  })
}

/** A caller is a proxy around a function, which makes up its members as they are asked for. */
const memberOf = (value: unknown, key: string): unknown =>
  (typeof value === 'object' || typeof value === 'function') && value !== null
    ? Reflect.get(value, key)
    : undefined
