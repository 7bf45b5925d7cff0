import { createContext, useContext } from 'react'
import { foundIn } from './found-in.ts'
import classes from './Highlighted.module.css'

/** What the list is searched for; null while it is not. */
export const SearchedForContext = createContext<string | null>(null)

/** A text of a row, with what the search found in it marked. */
export function Highlighted({ text }: { text: string }) {
  const search = useContext(SearchedForContext)
  const found = search === null ? null : foundIn(text, search)
  if (found === null) return text
  return (
    <>
      {text.slice(0, found.from)}
      <mark className={classes.found}>{text.slice(found.from, found.to)}</mark>
      {text.slice(found.to)}
    </>
  )
}
