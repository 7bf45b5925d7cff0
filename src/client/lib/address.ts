/**
 * Reads one value of an address; undefined where it is wrong. An address is typed, mailed and cut
 * short by people: whatever is wrong in it is left out, so that the rest still opens. It needs no
 * words for what is wrong, and so none of zod, which every first visit would have to wait for.
 */
export type Reads<Value> = (value: unknown) => Value | undefined

type Readers = Record<string, Reads<unknown>>
type Read<Shape extends Readers> = { [Key in keyof Shape]?: ReturnType<Shape[Key]> }

/** Reads an address as an object of these values; others are left out. */
export function addressOf<Shape extends Readers>(
  shape: Shape,
): (search: Readonly<Record<string, unknown>>) => Read<Shape> {
  const readers = Object.entries(shape)
  return (search) => {
    const read: Record<string, unknown> = {}
    // What is wrong is named all the same: the router would go on with what it has read itself.
    for (const [key, reader] of readers) if (key in search) read[key] = reader(search[key])
    return read as Read<Shape>
  }
}

export const oneOf =
  <const Word extends string>(words: readonly Word[]): Reads<Word> =>
  (value) =>
    words.find((word) => word === value)

/** Numbers arrive as numbers, since the router reads values as JSON. */
const textOf = (value: unknown) =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined

/** Words of others, which have to stay as they are. */
export const exactText =
  (maxLength: number): Reads<string> =>
  (value) => {
    const text = textOf(value)
    return text !== undefined && text.length <= maxLength ? text : undefined
  }

export const trimmedText =
  (maxLength: number): Reads<string> =>
  (value) =>
    exactText(maxLength)(textOf(value)?.trim()) || undefined

export const wholeNumber =
  (most: number): Reads<number> =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most
      ? value
      : undefined

/** A day that there is, of a year that database, clock and wire all know, like `2026-11-20`. */
export const localDate: Reads<string> = (value) => {
  if (typeof value !== 'string' || !/^(19|20|21)\d\d-\d\d-\d\d$/.test(value)) return undefined
  const time = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value) ? value : undefined
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i

export const uuid: Reads<string> = (value) =>
  typeof value === 'string' && UUID.test(value) ? value : undefined

/** Where one wanted to go within this page, never another site's. */
export const ownPath: Reads<string> = (value) =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined

export const flag: Reads<true> = (value) => (value === true ? true : undefined)

/** The first of these that can read it. */
export const either =
  <A, B>(one: Reads<A>, other: Reads<B>): Reads<A | B> =>
  (value) =>
    one(value) ?? other(value)
