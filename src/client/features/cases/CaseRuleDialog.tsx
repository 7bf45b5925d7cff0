import { NativeSelect, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import type { CaseRule } from '../../../server/domain/case.schema.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { DialogEnd } from '../../components/DialogEnd.tsx'
import { failureReason } from '../../components/failure-reason.ts'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { choiceOf, lowScoreOf, ruleChoices, ruleWords } from './case-rule-words.ts'

type CaseRuleFormProps = { saved: CaseRule; onClose: () => void }

/** Asks which scores are low from now on. */
export function CaseRuleDialog({ isOpen, ...rest }: CaseRuleFormProps & { isOpen: boolean }) {
  return (
    <Dialog opened={isOpen} onClose={rest.onClose} title={t('Which scores open a case')} centered>
      <CaseRuleForm {...rest} />
    </Dialog>
  )
}

function CaseRuleForm({ saved, onClose }: CaseRuleFormProps) {
  const utils = trpc.useUtils()
  const [choice, setChoice] = useState(choiceOf(saved.lowScore))
  const change = trpc.cases.changeRule.useMutation({
    onSuccess(rule) {
      utils.cases.rule.setData(undefined, rule)
      notifications.show({ color: 'teal', message: ruleWords(rule.lowScore) })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate({ lowScore: lowScoreOf(choice) })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t(
            'This counts for scores that come in from now on. Cases that are there stay, and older scores open none.',
          )}
        </Text>
        <NativeSelect
          aria-label={t('Which scores open a case')}
          data={ruleChoices}
          value={choice}
          onChange={(event) => setChoice(event.currentTarget.value)}
          data-autofocus
        />
        <DialogEnd
          problem={
            change.isError ? t('Not saved: {why}', { why: failureReason(change.error) }) : null
          }
          label={t('Save')}
          isPending={change.isPending}
          onBack={onClose}
        />
      </Stack>
    </form>
  )
}
