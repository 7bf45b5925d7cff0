import { Loader } from '@mantine/core'
import type { ComponentPropsWithRef } from 'react'
import classes from './DotsButton.module.css'

type DotsButtonProps = ComponentPropsWithRef<'button'> & { isBusy: boolean }

/** A plain button with three dots that need no element: there is one in every row. */
export function DotsButton({ isBusy, className = '', ...props }: DotsButtonProps) {
  return (
    // Not disabled while it is busy: the focus comes back to it when its menu closes.
    <button
      type="button"
      // What opens a menu from it brings a class of its own.
      className={`${classes.dots} ${className}`}
      aria-busy={isBusy || undefined}
      {...props}
    >
      {isBusy && <Loader size={16} />}
    </button>
  )
}
