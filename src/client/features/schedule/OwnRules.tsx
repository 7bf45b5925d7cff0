import { Stack, Switch } from '@mantine/core'
import type { ReactNode } from 'react'

type OwnRulesProps = {
  title: string
  /** What holds while the campaign has none of its own. */
  otherwise: string
  isOwn: boolean
  /** Why what holds otherwise cannot. */
  problem: string | null
  onToggle: (isOwn: boolean) => void
  children: ReactNode
}

/** Rules that a campaign takes over from its organization, until it is given its own. */
export function OwnRules({ title, otherwise, isOwn, problem, onToggle, children }: OwnRulesProps) {
  return (
    <Stack gap="sm">
      <Switch
        label={title}
        description={isOwn ? undefined : otherwise}
        error={problem}
        checked={isOwn}
        onChange={(event) => onToggle(event.currentTarget.checked)}
      />
      {isOwn && children}
    </Stack>
  )
}
