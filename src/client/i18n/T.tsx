import { Fragment, type ReactNode } from 'react'
import { assemble, type Text } from './t.ts'
import type { NamesIn } from './translator.ts'

type TProps<Key extends Text> = { text: Key } & Record<NamesIn<Key>, ReactNode>

/** A text with elements in it: `<T text="Ask {who} for it" who={<b>Robin</b>} />`. */
export function T<Key extends Text>({ text, ...values }: TProps<Key>) {
  const parts = assemble(text, values)
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text stand still.
  return parts.map((part, at) => <Fragment key={at}>{part}</Fragment>)
}
