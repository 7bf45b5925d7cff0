import { Paper, Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './StepRow.module.css'

type StepGroupProps = {
  title: string
  description: string
  before?: ReactNode
  children: ReactNode
}

/** Steps that belong together. */
export function StepGroup({ title, description, before, children }: StepGroupProps) {
  const titleId = useId()
  return (
    <Paper component="section" withBorder p={{ base: 'sm', sm: 'lg' }} aria-labelledby={titleId}>
      <Title order={2} id={titleId}>
        {title}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {description}
      </Text>
      {before}
      <ol className={classes.list}>{children}</ol>
    </Paper>
  )
}
