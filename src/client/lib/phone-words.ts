import { useEffect, useState } from 'react'

type PhoneFormat = (phoneNumber: string) => string

let worldFormat: Promise<PhoneFormat> | null = null

/** The numbering plans of the whole world are large, and most lists hold numbers of one country. */
function loadWorldFormat(): Promise<PhoneFormat> {
  worldFormat ??= import('libphonenumber-js/min').then(
    ({ parsePhoneNumberFromString }) =>
      (phoneNumber: string) =>
        parsePhoneNumberFromString(phoneNumber)?.formatInternational() ?? phoneNumber,
  )
  return worldFormat
}

/** "+1 469 555 0119" for a number of North America; null for any other, or what is none. */
function formatNorthAmerican(phoneNumber: string): string | null {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phoneNumber) ?? []
  return area ? `+1 ${area} ${exchange} ${line}` : null
}

/** "+34 612 34 56 78" for E.164; anything else as it stands. */
export const formatPhone = async (phoneNumber: string): Promise<string> =>
  formatNorthAmerican(phoneNumber) ?? (await loadWorldFormat())(phoneNumber)

/** The same for a page: the bare number until its country's way of writing it is loaded. */
export function usePhoneWords(phoneNumber: string): string {
  const [formatted, setFormatted] = useState({ phoneNumber: '', words: '' })
  const atOnce = formatNorthAmerican(phoneNumber)
  useEffect(() => {
    let isCurrent = true
    const show = (words: string) => isCurrent && setFormatted({ phoneNumber, words })
    // Without the network the bare number stays; it is as true.
    if (atOnce === null) formatPhone(phoneNumber).then(show, () => {})
    return () => {
      isCurrent = false
    }
  }, [phoneNumber, atOnce])
  return atOnce ?? (formatted.phoneNumber === phoneNumber ? formatted.words : phoneNumber)
}
