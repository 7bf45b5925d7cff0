import { Progress, Text } from '@mantine/core'
import type { Campaign } from '../../../server/domain/campaign.schema.ts'
import { progressWords, standOf } from './campaign-words.ts'

/** How far a campaign is: a bar to glance at, and the same in words. */
export function CampaignProgress({ progress }: { progress: Campaign['progress'] }) {
  const { completed, onTheLine, notReached, inDoubt, ...closed } = standOf(progress)
  const share = (count: number) => (progress.calls === 0 ? 0 : (count / progress.calls) * 100)
  return (
    <>
      <Progress.Root size="sm" my={6} aria-hidden>
        <Progress.Section value={share(completed)} color="var(--tone-good-text)" />
        <Progress.Section value={share(onTheLine)} color="var(--tone-talking-text)" />
        <Progress.Section value={share(notReached + inDoubt)} color="var(--tone-missed-text)" />
        <Progress.Section
          value={share(closed.covered + closed.optedOut + closed.canceled)}
          color="var(--tone-calm-text)"
        />
      </Progress.Root>
      <Text size="sm">{progressWords(progress)}</Text>
    </>
  )
}
