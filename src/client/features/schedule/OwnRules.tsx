import { Stack, Switch } from '@mantine/core'
import type { ReactNode } from 'react'

type OwnRulesProps = {
  title: string
  /** What holds while the campaign has none of its own. */
  otherwise: string
  isOwn: boolean
  onToggle: (isOwn: boolean) => void
  children: ReactNode
}

/** Rules that a campaign takes over from its organization, until it is given its own. */
export function OwnRules({ title, otherwise, isOwn, onToggle, children }: OwnRulesProps) {
  return (
    <Stack gap="sm">
      <Switch
        label={title}
        description={isOwn ? undefined : otherwise}
        checked={isOwn}
        onChange={(event) => onToggle(event.currentTarget.checked)}
      />
      {isOwn && children}
    </Stack>
  )
}
