import { Paper, Stack, Text, Title } from '@mantine/core'
import { useId } from 'react'
import { WhyNot } from '../../components/WhyNot.tsx'
import { t } from '../../i18n/t.ts'
import { useWhyNot } from '../../lib/rights.tsx'
import { AddNumberForm } from './AddNumberForm.tsx'
import { NumberList } from './NumberList.tsx'

/** The numbers that are never called, to look through and to change. */
export function DoNotCall() {
  const whyNot = useWhyNot('calls.work')
  const addId = useId()
  const listId = useId()
  return (
    <Stack gap="lg">
      <div>
        <Title order={1}>{t('Do not call')}</Title>
        <Text c="dimmed" size="sm">
          {t(
            'No call goes out to these numbers, whatever a schedule or a manager says. A customer who asks for it during a call is put here at once.',
          )}
        </Text>
      </div>
      <Paper component="section" withBorder p={{ base: 'sm', sm: 'lg' }} aria-labelledby={addId}>
        <Title order={2} id={addId} mb="sm">
          {t('Add a number')}
        </Title>
        {whyNot === null ? <AddNumberForm /> : <WhyNot>{whyNot}</WhyNot>}
      </Paper>
      <Paper component="section" withBorder p={{ base: 'sm', sm: 'lg' }} aria-labelledby={listId}>
        <Title order={2} id={listId} mb="sm">
          {t('Numbers on the list')}
        </Title>
        <NumberList mayChange={whyNot === null} />
      </Paper>
    </Stack>
  )
}
