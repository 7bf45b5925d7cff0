import { Group, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from '../CallDetailPanel.module.css'

export type SectionProps = { title: string; aside?: ReactNode; children: ReactNode }

export function Section({ title, aside, children }: SectionProps) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <Group justify="space-between" mb="xs" gap="xs" mih={24}>
        <Title order={3} id={id}>
          {title}
        </Title>
        {aside}
      </Group>
      {children}
    </section>
  )
}
