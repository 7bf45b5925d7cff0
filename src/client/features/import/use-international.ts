import type { CountryCode } from 'libphonenumber-js/min'
import { useEffect, useState } from 'react'

/**
 * A number of a country as it is written everywhere; null where it cannot be one of it, and until
 * the numbering plans of the world are loaded.
 */
export function useInternational(written: string, country: CountryCode): string | null {
  const [formatted, setFormatted] = useState({ written: '', country: '', words: '' })
  useEffect(() => {
    let isCurrent = true
    // Without the network there is no example, and nothing else is lost.
    import('libphonenumber-js/min').then(
      ({ parsePhoneNumberFromString }) => {
        const number = parsePhoneNumberFromString(written, { defaultCountry: country })
        const words = number?.isPossible() ? number.formatInternational() : ''
        if (isCurrent) setFormatted({ written, country, words })
      },
      () => {},
    )
    return () => {
      isCurrent = false
    }
  }, [written, country])
  const isOfThis = formatted.written === written && formatted.country === country
  return isOfThis && formatted.words !== '' ? formatted.words : null
}
