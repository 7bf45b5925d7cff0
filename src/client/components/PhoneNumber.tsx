import { usePhoneWords } from '../lib/phone-words.ts'

/** A telephone number, grouped as its country writes it. */
export function PhoneNumber({ value }: { value: string }) {
  return <span className="numeric">{usePhoneWords(value)}</span>
}
