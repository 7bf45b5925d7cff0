import { Box, Group, Text } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Tone } from '../theme.ts'
import classes from './ToneNotice.module.css'

type ToneNoticeProps = {
  tone: Tone
  icon: Icon
  title?: string
  children?: ReactNode
  /** `alert` for what went wrong, `status` for what may be read out in its turn. */
  role?: 'alert' | 'status'
}

/** A few words that stand out from the page by the colour of what they mean. */
export function ToneNotice({ tone, icon: IconOf, title, children, role }: ToneNoticeProps) {
  return (
    <Box
      role={role}
      className={classes.notice}
      style={{
        '--notice-text': `var(--tone-${tone}-text)`,
        '--notice-tint': `var(--tone-${tone}-tint)`,
      }}
    >
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <IconOf className={classes.icon} size={20} stroke={2} aria-hidden />
        <div className={classes.words}>
          {title && (
            <Text fw={600} className={classes.title}>
              {title}
            </Text>
          )}
          {children}
        </div>
      </Group>
    </Box>
  )
}
