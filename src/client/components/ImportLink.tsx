import { Link } from '@tanstack/react-router'
import type { ComponentProps } from 'react'

/** As the `component` of a button or an anchor: opens the import over whatever page one is on. */
export function ImportLink(props: ComponentProps<'a'>) {
  return <Link {...props} to="." search={(now) => ({ ...now, import: true })} />
}
