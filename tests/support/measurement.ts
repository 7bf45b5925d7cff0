/** One aim of a measurement: what was to be reached, what was, and whether that is good enough. */
export type Aim = { what: string; aim: string; measured: string; met: boolean }

export type Measurement = {
  name: string
  aims: Aim[]
  figures: Record<string, number | string>
}

/** An aim of the form "at most so much". */
export const atMost = (what: string, limit: number, value: number, unit: string): Aim => ({
  what,
  aim: `≤ ${limit} ${unit}`,
  measured: `${round(value)} ${unit}`,
  met: value <= limit,
})

/** An aim of the form "never". */
export const none = (what: string, count: number): Aim => ({
  what,
  aim: '0',
  measured: String(count),
  met: count === 0,
})

/** An aim of the form "at least so much". */
export const atLeast = (what: string, limit: number, value: number, unit: string): Aim => ({
  what,
  aim: `≥ ${limit} ${unit}`,
  measured: `${round(value)} ${unit}`,
  met: value >= limit,
})

export const round = (value: number): number => Number(value.toPrecision(4))

/** The value at `share` (0 to 1) of the sorted values; NaN without any. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Prints the tables and, as the last line, one line of JSON; a missed aim fails the process. */
export function report(measurement: Measurement): void {
  const { name, aims, figures } = measurement
  const pass = aims.every((aim) => aim.met)
  console.table(figures)
  console.table(aims)
  console.log(JSON.stringify({ name, pass, aims, figures }))
  if (!pass) process.exitCode = 1
}
