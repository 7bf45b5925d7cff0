import { createOpenApiDocument } from '../../../src/server/http/openapi-document.ts'
import { listRestProcedures } from '../../../src/server/http/rest-procedures.ts'
import type { House } from './furnished-house.ts'
import { procedureSamples } from './procedure-samples.ts'
import { procedures } from './procedures.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** One row of the REST table as its document tells of it; `name` is the procedure's behind it. */
export type Endpoint = { method: Method; path: string; name: string }

/** What is asked for where no procedure is behind it. */
const exportSamples: Record<string, Record<string, string>> = {
  '/calls/export.csv': { tab: 'ready' },
  '/cases/export.csv': {},
  '/insights/export.csv': { from: '2026-11-01', to: '2026-11-30' },
  '/audit-entries/export.csv': {},
}

const isMethod = (method: string): method is Method =>
  ['GET', 'POST', 'PUT', 'DELETE'].includes(method)
const anyParameter = (path: string) => path.replaceAll(/\{\w+\}/g, '{}')

/** Every path below `/api/v1` of the document with each of its methods, and the procedure behind it. */
export const endpoints: Endpoint[] = Object.entries(
  createOpenApiDocument('http://localhost').paths ?? {},
).flatMap(([path, item]) =>
  Object.entries(item).flatMap(([lower, { servers }]: [string, { servers?: unknown }]) => {
    if (servers !== undefined) return []
    const method = lower.toUpperCase()
    if (!isMethod(method)) throw new Error(`Say here how ${method} is sent.`)
    const behind = listRestProcedures().find(
      (each) => each.method === method && anyParameter(each.path) === anyParameter(path),
    )
    if (path in exportSamples) return { method, path, name: 'none: a file' }
    if (behind === undefined) throw new Error(`Nothing answers ${method} ${path}.`)
    return { method, path, name: behind.name }
  }),
)

/** The sample of the procedure behind an endpoint, as a request: path, query and body. */
export function requestTo({ method, path, name }: Endpoint, ids: House['ids']) {
  const sample = exportSamples[path] ?? procedureSamples[name]?.(ids) ?? {}
  const fields: Record<string, unknown> = { ...sample }
  const url = path.replaceAll(/\{(\w+)\}/g, (_, field: string) => {
    const inside = field in fields ? field : 'id'
    const value = fields[inside]
    delete fields[inside]
    return encodeURIComponent(String(value))
  })
  const isRead = method === 'GET' || method === 'DELETE'
  const query = new URLSearchParams(
    isRead ? Object.entries(fields).map(([key, value]) => [key, String(value)]) : [],
  )
  return {
    method,
    url: `/api/v1${url}${query.size > 0 ? `?${query}` : ''}`,
    body: isRead ? undefined : JSON.stringify(fields),
  }
}

export const mutations = procedures.filter(({ type }) => type === 'mutation')
