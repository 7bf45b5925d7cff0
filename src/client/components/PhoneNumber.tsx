import { usePhoneWords } from '../lib/phone-words.ts'

/** A telephone number, grouped as its country writes it; never on two lines. */
export function PhoneNumber({ value }: { value: string }) {
  return (
    <span className="numeric" style={{ whiteSpace: 'nowrap' }}>
      {usePhoneWords(value)}
    </span>
  )
}
