import { Fragment } from 'react'
import classes from './ScriptWords.module.css'
import { placeholderLabels } from './script-groups.ts'

/** A text to read, its placeholders as chips. */
export function ScriptWords({ text }: { text: string }) {
  const parts = text.split(/(\{[^{}]*\})/).map((part, index) => ({ part, key: index }))
  return (
    <>
      {parts.map(({ part, key }) =>
        part.startsWith('{') ? (
          <span key={key} className={classes.chip}>
            {labelOf(part.slice(1, -1))}
          </span>
        ) : (
          <Fragment key={key}>{part}</Fragment>
        ),
      )}
    </>
  )
}

const labels = new Map<string, string>(Object.entries(placeholderLabels))
const labelOf = (name: string) => labels.get(name) ?? `{${name}}`
