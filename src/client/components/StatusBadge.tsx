import { type CallStatus, isLive } from '../../server/domain/call-status.ts'
import { Mark } from './Mark.tsx'
import { statusLooks } from './status-looks.ts'

export function StatusBadge({ status }: { status: CallStatus }) {
  const { word, tone, icon } = statusLooks[status]
  return (
    <Mark tone={tone} icon={icon} isPulsing={isLive(status)}>
      {word}
    </Mark>
  )
}
