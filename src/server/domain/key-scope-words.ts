import { type KeyScope, keyScopes } from './rights.ts'

/** What scopes are about, in the words that people use for it. */
const subjects: Record<string, 'calls' | 'visits' | 'schedule'> = {
  calls: 'calls',
  call: 'calls',
  visits: 'visits',
  visit: 'visits',
  'service records': 'visits',
  schedule: 'schedule',
  schedules: 'schedule',
}

export type ScopeReading = { ok: true; scopes: KeyScope[] } | { ok: false; unknown: string }

/**
 * Reads scopes as people write them: `write:calls`, `calls:write`, `Write calls`, several apart by
 * commas or blanks. Names the first that is none.
 */
export function readScopes(written: readonly string[]): ScopeReading {
  const found = new Set<KeyScope>()
  for (const part of written.flatMap((text) => text.split(',')).filter((text) => text.trim())) {
    const scope = readScope(part)
    if (scope !== null) {
      found.add(scope)
      continue
    }
    for (const word of part.trim().split(/\s+/)) {
      const single = readScope(word)
      if (single === null) return { ok: false, unknown: part.trim() }
      found.add(single)
    }
  }
  return { ok: true, scopes: keyScopes.filter((scope) => found.has(scope)) }
}

function readScope(written: string): KeyScope | null {
  const words = written.toLowerCase().match(/[a-z]+/g) ?? []
  if (words.length === 1 && words[0] === 'read') return 'read'
  const rest = words.filter((word) => word !== 'write')
  const subject = subjects[rest.join(' ')]
  if (subject === undefined || words.length !== rest.length + 1) return null
  // "Service write records" is nobody's way to say it.
  if (words[0] !== 'write' && words.at(-1) !== 'write') return null
  return `write-${subject}`
}
