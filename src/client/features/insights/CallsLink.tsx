import { Link, type LinkProps, type RegisteredRouter } from '@tanstack/react-router'
import type { CSSProperties, ReactNode } from 'react'
import classes from '../../components/FigureLink.module.css'

export type CallsSearch = NonNullable<LinkProps<'a', RegisteredRouter, string, '/'>['search']>

export type CallsLinkProps = {
  /** As `call-links.ts` makes it. */
  search: CallsSearch
  /** For those who hear the page, where what is seen says too little. */
  label?: string
  className?: string
  style?: CSSProperties
  title?: string
  children?: ReactNode
  onShow?: () => void
}

/** A figure that opens exactly its calls. */
export function CallsLink({ search, label, className, onShow, ...rest }: CallsLinkProps) {
  return (
    <Link
      to="/"
      search={search}
      className={className ?? classes.figure}
      aria-label={label}
      onFocus={onShow}
      onPointerEnter={onShow}
      {...rest}
    />
  )
}
