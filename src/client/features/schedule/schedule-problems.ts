import type { InputIssue } from '../../../server/domain/errors.ts'
import {
  type ScheduleConfig,
  scheduleConfigSchema,
} from '../../../server/domain/schedule-config.schema.ts'
import { ofServer, t } from '../../i18n/t.ts'

/** What is wrong, by the path of the field that shows it; one message for each field. */
export type Problems = Readonly<Record<string, string>>

/** Every problem of a draft, by the rules with which the server reads it. */
export function findProblems(draft: ScheduleConfig): Problems {
  const result = scheduleConfigSchema.safeParse(draft)
  if (result.success) return {}
  return byField(
    result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  )
}

/** The server's own objections, placed like those found here. */
export function placeServerIssues(issues: readonly InputIssue[]): Problems {
  return byField(
    issues.map(({ path, message }) => ({ path: path.replace(/^config\.?/, ''), message })),
  )
}

/**
 * What is wrong with rules that a campaign takes over, whose fields are not there to show it: the
 * organization's retries may not fit into a shorter expiry of the campaign's own.
 */
export function borrowedProblem(problems: Problems, keys: readonly string[]): string | null {
  const isAmong = (path: string) => keys.some((key) => path === key || path.startsWith(`${key}.`))
  const found = Object.entries(problems).find(([path]) => isAmong(path))
  if (found === undefined) return null
  return t(
    'The organization’s do not fit here. {problem}. Switch this on to give the campaign its own.',
    { problem: found[1] },
  )
}

function byField(issues: readonly InputIssue[]): Problems {
  const problems: Record<string, string> = {}
  for (const { path, message } of issues) {
    const field = fieldOfPath(path)
    problems[field] ??= ofServer(message)
  }
  return problems
}

/** A list that is edited as one field shows the problems of all its entries. */
function fieldOfPath(path: string): string {
  if (/^retry\.\w+\.\d+$/.test(path)) return path.replace(/\.\d+$/, '')
  if (/^blockedDates\./.test(path)) return 'blockedDates'
  return path
}

/** The id of the element that a problem's field is edited in, so that it can be focused. */
export const fieldId = (path: string) => `schedule-${path.replaceAll('.', '-')}`
