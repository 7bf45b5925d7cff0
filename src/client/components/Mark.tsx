import type { Icon } from '@tabler/icons-react'
import type { CSSProperties, ReactNode } from 'react'
import type { Tone } from '../theme.ts'
import classes from './Mark.module.css'

export type MarkProps = {
  tone: Tone
  icon: Icon
  children: ReactNode
  /** Something goes on right now; shown as a slow ring, which stands still on reduced motion. */
  isPulsing?: boolean
  /** Without the tinted ground. */
  isPlain?: boolean
  title?: string
}

/** One meaning, told by a colour, an icon and a word together, never by colour alone. */
export function Mark({ tone, icon: IconOf, children, isPulsing, isPlain, title }: MarkProps) {
  const colours: CSSProperties & Record<`--${string}`, string> = {
    '--mark-text': `var(--tone-${tone}-text)`,
    '--mark-tint': `var(--tone-${tone}-tint)`,
  }
  const icon = <IconOf size={14} stroke={2} className={classes.drawing} aria-hidden />
  return (
    <span
      className={classes.mark}
      style={colours}
      title={title}
      data-pulsing={isPulsing || undefined}
      data-plain={isPlain || undefined}
    >
      {isPulsing ? <span className={classes.icon}>{icon}</span> : icon}
      <span className={classes.word}>{children}</span>
    </span>
  )
}
