import { Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { ToneNotice } from '../../components/ToneNotice.tsx'

/** What the server said about a form as a whole. */
export function FormProblem({ title, children }: { title: string; children: string }) {
  return (
    <ToneNotice role="alert" tone="bad" icon={IconAlertTriangle} title={title}>
      <Text size="sm">{children}</Text>
    </ToneNotice>
  )
}
