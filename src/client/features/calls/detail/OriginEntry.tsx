import { Text } from '@mantine/core'
import type { CallOrigin } from '../../../../server/domain/call-history.schema.ts'
import { useCallClock } from '../call-clock.tsx'

/** When a call was brought in. The past of sample data is invented: it says when that was put in. */
export function OriginEntry({ at, origin }: { at: string; origin: CallOrigin | null }) {
  const clock = useCallClock()
  return (
    <Text size="xs" c="dimmed" className="numeric">
      {clock.fully(origin?.action === 'sample_data.loaded' ? origin.createdAt : at)}
    </Text>
  )
}
