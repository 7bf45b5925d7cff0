import { createContext, type ReactNode, useContext } from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'
import { usePhoneWords } from '../../lib/phone-words.ts'
import { foundIn, foundInPhone } from './found-in.ts'
import classes from './Highlighted.module.css'
import { unseenFind } from './unseen-find.ts'

/** What the list is searched for; null while it is not. */
export const SearchedForContext = createContext<string | null>(null)

/** What is shown of each call, by columns, and `order` for its number. */
export const ShownFieldsContext = createContext<ReadonlySet<string>>(new Set())

/** Why a call was found, where nothing else that is shown of it says so; else `children`. */
export function FoundBeside({ call, children }: { call: Call; children?: ReactNode }) {
  const search = useContext(SearchedForContext)
  const shown = useContext(ShownFieldsContext)
  const found = search === null ? null : unseenFind(call, search, shown)
  if (found === null) return children
  return (
    <>
      {found.label}{' '}
      {found.isPhone ? <HighlightedPhone value={found.text} /> : <Highlighted text={found.text} />}
    </>
  )
}

/** A telephone number as people read it, with what the search found in it marked. */
export function HighlightedPhone({ value }: { value: string }) {
  return <Highlighted text={usePhoneWords(value)} isPhone />
}

/** A text of a row, with what the search found in it marked. */
export function Highlighted({ text, isPhone }: { text: string; isPhone?: boolean }) {
  const search = useContext(SearchedForContext)
  const found = search && (isPhone ? foundInPhone : foundIn)(text, search)
  if (!found) return text
  return (
    <>
      {text.slice(0, found.from)}
      <mark className={classes.found}>{text.slice(found.from, found.to)}</mark>
      {text.slice(found.to)}
    </>
  )
}
