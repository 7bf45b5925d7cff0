import { Group, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'

/** Why what stands beside it is off; controls point at it with `aria-describedby`. */
export function WhyNot({ id, children }: { id?: string; children: string }) {
  return (
    <Group gap={6} wrap="nowrap" align="flex-start" c="dimmed">
      <IconLock size={14} aria-hidden style={{ flex: 'none', marginTop: 3 }} />
      <Text size="sm" id={id}>
        {children}
      </Text>
    </Group>
  )
}
