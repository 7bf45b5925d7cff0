import { Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './SettingsRow.module.css'

/** A list of things that have a name, a few words about them, and what can be done with each. */
export function SettingsRows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={classes.rows} aria-label={label}>
      {children}
    </ul>
  )
}

export type SettingsRowProps = {
  name: string
  mark?: ReactNode
  details: ReactNode
  children?: ReactNode
}

export function SettingsRow({ name, mark, details, children }: SettingsRowProps) {
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Group gap="xs">
          <Text fw={600}>{name}</Text>
          {mark}
        </Group>
        <Text size="sm" c="dimmed" component="div">
          {details}
        </Text>
      </div>
      {children && <div className={classes.controls}>{children}</div>}
    </li>
  )
}
