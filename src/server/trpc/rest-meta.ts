import type { OpenApiMeta } from 'trpc-to-openapi'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Opens a procedure over REST; `path` is below `/api/v1` and names the input's own fields. */
export function rest(method: Method, path: `/${string}`, summary: string): OpenApiMeta {
  const area = path.startsWith('/service-records') ? 'Service records' : areaOfCalls(path)
  return { openapi: { method, path, summary, tags: [area], protect: false } }
}

function areaOfCalls(path: string): string {
  if (path.startsWith('/calls/demo')) return 'Demo calls'
  return path === '/calls/schedule-config' ? 'Schedule' : 'Calls'
}
