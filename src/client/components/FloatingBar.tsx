import { Paper } from '@mantine/core'
import type { CSSProperties, ReactNode } from 'react'
import classes from './FloatingBar.module.css'

/** Stays in sight at the lower edge, over what passes below it. */
export function FloatingBar({ children, style }: { children: ReactNode; style?: CSSProperties }) {
  return (
    <Paper withBorder shadow="md" p="sm" mt="lg" className={classes.bar} style={style}>
      {children}
    </Paper>
  )
}
