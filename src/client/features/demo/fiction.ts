const NAMES = ['Alex Morgan', 'Jamie Rivera', 'Sam Okafor', 'Robin Larsen', 'Casey Nakamura']
const AREA_CODES = ['212', '312', '415', '617', '713']

const pick = (words: readonly string[]) => words[Math.floor(Math.random() * words.length)] ?? ''

/** A number that no telephone will ever have: 555-01xx is kept for fiction. */
export function fictionalPhoneNumber(): string {
  const lastDigits = String(Math.floor(Math.random() * 100)).padStart(2, '0')
  return `+1 ${pick(AREA_CODES)} 555 01${lastDigits}`
}

export const fictionalName = () => pick(NAMES)
