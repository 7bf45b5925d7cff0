import { Progress, Text } from '@mantine/core'
import type { Campaign } from '../../../server/domain/campaign.schema.ts'
import { progressWords, standOf } from './campaign-words.ts'

/** How far a campaign is: a bar to glance at, and the same in words. */
export function CampaignProgress({ progress }: { progress: Campaign['progress'] }) {
  const { completed, onTheLine, ended } = standOf(progress)
  const share = (count: number) => (progress.calls === 0 ? 0 : (count / progress.calls) * 100)
  return (
    <>
      <Progress.Root size="sm" my={6} aria-hidden>
        <Progress.Section value={share(completed)} color="var(--tone-good-text)" />
        <Progress.Section value={share(onTheLine)} color="var(--tone-talking-text)" />
        <Progress.Section value={share(ended)} color="var(--tone-missed-text)" />
      </Progress.Root>
      <Text size="sm">{progressWords(progress)}</Text>
    </>
  )
}
