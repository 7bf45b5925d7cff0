const MS_PER_WORD = 380
const PAUSE_MS = 250

/** About how long a text takes to say, in milliseconds. */
export const spokenMs = (text: string): number => {
  const words = text.split(/\s+/).filter((word) => word !== '').length
  return words === 0 ? 0 : words * MS_PER_WORD + PAUSE_MS
}
