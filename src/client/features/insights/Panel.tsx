import { Group, Paper, Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './Insights.module.css'

type PanelProps = {
  title: string
  /** What is counted, in a sentence. */
  about?: ReactNode
  /** Beside the title. */
  tools?: ReactNode
  /** Of twelve columns, where there is room for that many. */
  span: 4 | 5 | 6 | 7 | 12
  children: ReactNode
}

export function Panel({ title, about, tools, span, children }: PanelProps) {
  const id = useId()
  return (
    <Paper
      component="section"
      withBorder
      p={{ base: 'sm', sm: 'md' }}
      className={classes.panel}
      data-span={span}
      aria-labelledby={id}
    >
      <Group justify="space-between" gap="xs" mb={about ? 2 : 'sm'}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {tools}
      </Group>
      {about && (
        <Text size="sm" c="dimmed" mb="sm">
          {about}
        </Text>
      )}
      {children}
    </Paper>
  )
}
