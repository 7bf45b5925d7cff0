import { Radio, Stack } from '@mantine/core'
import type { CallScript } from '../../../server/domain/call-script.schema.ts'
import { t } from '../../i18n/t.ts'

type VoicemailChoiceProps = {
  value: CallScript['voicemail']
  isLocked: boolean
  onChange: (value: CallScript['voicemail']) => void
}

/** What is done where a machine answers. */
export function VoicemailChoice({ value, isLocked, onChange }: VoicemailChoiceProps) {
  return (
    <Radio.Group
      mb="sm"
      aria-label={t('When a machine answers')}
      value={value}
      onChange={(choice) => onChange(choice === 'hang_up' ? 'hang_up' : 'leave_message')}
    >
      <Stack gap={6}>
        <Radio value="leave_message" label={t('Leave the message')} disabled={isLocked} />
        <Radio value="hang_up" label={t('Hang up without a word')} disabled={isLocked} />
      </Stack>
    </Radio.Group>
  )
}
