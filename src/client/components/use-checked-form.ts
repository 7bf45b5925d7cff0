import { type ChangeEvent, type FormEvent, useState } from 'react'
import type { z } from 'zod'
import type { InputIssue } from '../../server/domain/errors.ts'
import { withReadersClock } from '../lib/format-time.ts'

type ServerError = { data?: { issues?: readonly InputIssue[] } | null } | null

/**
 * A form whose texts are checked by the schema that the server checks with; what is wrong stands at
 * its field, whether the page or the server found it.
 */
export function useCheckedForm<Output, Values extends Record<string, string>>(input: {
  schema: z.ZodType<Output>
  initial: Values
  /** What the last try failed with. */
  error: ServerError
  onSubmit: (read: Output) => void
}) {
  const { schema, initial, error, onSubmit } = input
  const [values, setValues] = useState(initial)
  const [issues, setIssues] = useState<Record<string, string>>({})
  const [corrected, setCorrected] = useState<{ of: ServerError; names: string[] } | null>(null)

  const set = (name: keyof Values & string, value: string) => {
    setValues((known) => ({ ...known, [name]: value }))
    setIssues(({ [name]: _, ...rest }) => rest)
    const names = corrected?.of === error ? corrected.names : []
    setCorrected({ of: error, names: [...names, name] })
  }

  function problemAt(name: string): string | null {
    if (issues[name] !== undefined) return withReadersClock(issues[name])
    if (corrected?.of === error && corrected.names.includes(name)) return null
    const found = error?.data?.issues?.find(({ path }) => path === name)?.message
    return found === undefined ? null : withReadersClock(found)
  }

  return {
    values,
    set,
    problemAt,
    /** What an input of that name needs. */
    field: (name: keyof Values & string) => ({
      name,
      value: values[name],
      onChange: (event: ChangeEvent<HTMLInputElement>) => set(name, event.currentTarget.value),
      error: problemAt(name),
    }),
    submit(event: FormEvent<HTMLFormElement>) {
      event.preventDefault()
      const form = event.currentTarget
      const read = schema.safeParse(values)
      if (read.success) {
        setIssues({})
        return onSubmit(read.data)
      }
      const found = read.error.issues.map((issue) => [issue.path.join('.'), issue.message] as const)
      // The first problem of a field is the one to mend first.
      setIssues(Object.fromEntries(found.toReversed()))
      const first = form.elements.namedItem(found[0]?.[0] ?? '')
      if (first instanceof HTMLElement) first.focus()
    },
  }
}
