import { Text, type TextProps } from '@mantine/core'
import type { CallOutcome } from '../../server/domain/call-status.ts'
import { outcomeWords } from './status-looks.ts'

export function OutcomeText({ outcome, ...text }: { outcome: CallOutcome } & TextProps) {
  return (
    <Text span inherit {...text}>
      {outcomeWords[outcome]}
    </Text>
  )
}
