import { type ChangeEvent, useState } from 'react'
import { localDate } from '../lib/address.ts'

/**
 * For a date field that may be typed key by key: on its way to 2026 a year is 0002, 0020 and 0202.
 * The field keeps what is being typed; `onDate` hears each day that a calendar of ours knows, and
 * undefined once the field is empty.
 */
export function useTypedDate(value: string, onDate: (date: string | undefined) => void) {
  const [typed, setTyped] = useState<string | null>(null)
  return {
    value: typed ?? value,
    onChange({ currentTarget }: ChangeEvent<HTMLInputElement>) {
      setTyped(currentTarget.value)
      const date = localDate(currentTarget.value)
      if (date !== undefined || currentTarget.value === '') onDate(date)
    },
    onBlur: () => setTyped(null),
  }
}
