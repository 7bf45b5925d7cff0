import { Button, Group, List, Stack, Text, Title } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import type { ImportUndone } from '../../../server/domain/import-file.schema.ts'
import { ToneNotice } from '../../components/ToneNotice.tsx'
import { ofServer, t } from '../../i18n/t.ts'
import { describeUndone } from './import-words.ts'

const SHOWN = 50

type UndoneViewProps = { undone: ImportUndone; onAnother: () => void; onClose: () => void }

export function UndoneView({ undone, onAnother, onClose }: UndoneViewProps) {
  const { stayed } = undone
  return (
    <Stack gap="lg">
      <ToneNotice role="status" tone="good" icon={IconCircleCheck}>
        {describeUndone(undone)}
      </ToneNotice>
      {stayed.length > 0 && (
        <Stack gap="xs">
          <Title order={3}>{t('What stays')}</Title>
          <List size="sm" spacing={4}>
            {stayed.slice(0, SHOWN).map(({ externalId, reason }) => (
              <List.Item key={externalId}>
                <Text span size="sm" fw={600}>
                  {externalId}
                </Text>{' '}
                {ofServer(reason)}
              </List.Item>
            ))}
          </List>
          {stayed.length > SHOWN && (
            <Text size="sm" c="dimmed">
              {t('and {n} more', { n: stayed.length - SHOWN })}
            </Text>
          )}
        </Stack>
      )}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onAnother}>
          {t('Import a file')}
        </Button>
        <Button onClick={onClose} data-autofocus>
          {t('Done')}
        </Button>
      </Group>
    </Stack>
  )
}
