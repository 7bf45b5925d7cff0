import { TagsInput } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../i18n/t.ts'
import { parseDuration } from './parse-duration.ts'
import { fieldId, type Problems } from './schedule-problems.ts'
import { describeDelay, describeDelays } from './schedule-summary.ts'

type DelaysFieldProps = {
  path: string
  label: string
  /** Minutes, growing. */
  delays: readonly number[]
  maxAttempts: number
  problems: Problems
  onChange: (delays: number[]) => void
}

const SUGGESTIONS = [5, 15, 30, 60, 120, 240, 1440, 2880, 4320].map(describeDelay)

/** Delays typed as words, `15 min` or `next day`, and kept in growing order. */
export function DelaysField(props: DelaysFieldProps) {
  const { path, label, delays, maxAttempts, problems, onChange } = props
  const [misread, setMisread] = useState<string | null>(null)

  const setWords = (words: string[]) => {
    const unknown = words.find((word) => parseDuration(word) === null)
    setMisread(unknown ?? null)
    const minutes = words.map(parseDuration).filter((value) => value !== null)
    onChange([...new Set(minutes)].sort((a, b) => a - b))
  }

  return (
    <TagsInput
      id={fieldId(path)}
      label={label}
      description={describe(delays, maxAttempts)}
      placeholder={delays.length === 0 ? t('Add a delay, such as 2 h') : t('Add')}
      data={SUGGESTIONS.filter((word) => !delays.includes(parseDuration(word) ?? 0))}
      value={delays.map(describeDelay)}
      onChange={setWords}
      maxTags={10}
      error={
        misread
          ? t('“{words}” was not understood. Write a delay such as 15 min, 2 h or 1 day.', {
              words: misread,
            })
          : problems[path]
      }
    />
  )
}

function describe(delays: readonly number[], maxAttempts: number): string {
  if (delays.length === 0) return t('Not tried again by itself')
  const retries = Math.max(0, maxAttempts - 1)
  if (retries === 0) return t('With one attempt, never tried again')
  const used = describeDelays(delays.slice(0, retries))
  return delays.length < retries ? t('{delays}, and so on', { delays: used }) : used
}
