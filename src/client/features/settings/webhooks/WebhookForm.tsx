import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconWebhook } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { webhookCreateSchema } from '../../../../server/domain/webhook.schema.ts'
import { webhookEvents } from '../../../../server/domain/webhook-events.ts'
import { failureReason } from '../../../components/failure-reason.ts'
import { ofServer, t } from '../../../i18n/t.ts'
import { trpc } from '../../../lib/trpc.ts'
import { eventWords } from './webhook-words.ts'

type Problems = { url?: string; events?: string }
type WebhookFormProps = { onCreated: (created: { url: string; secret: string }) => void }

export function WebhookForm({ onCreated }: WebhookFormProps) {
  const utils = trpc.useUtils()
  const [url, setUrl] = useState('')
  const [events, setEvents] = useState<string[]>([...webhookEvents])
  const [problems, setProblems] = useState<Problems>({})
  const create = trpc.webhooks.create.useMutation({
    onSuccess({ endpoint, secret }) {
      void utils.webhooks.list.invalidate()
      setUrl('')
      onCreated({ url: endpoint.url, secret })
    },
    onError(error) {
      const found = error.data?.issues?.find(({ path }) => path === 'url')
      if (found) setProblems({ url: found.message })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const read = webhookCreateSchema.safeParse({ url, events })
    if (read.success) {
      setProblems({})
      return create.mutate(read.data)
    }
    const problemAt = (field: string) =>
      read.error.issues.find(({ path }) => path[0] === field)?.message
    setProblems({ url: problemAt('url'), events: problemAt('events') })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label={t('Address')}
          type="url"
          placeholder="https://example.com/ringback"
          autoComplete="off"
          value={url}
          error={problems.url && ofServer(problems.url)}
          onChange={(event) => {
            setUrl(event.currentTarget.value)
            setProblems(({ events: kept }) => ({ events: kept }))
          }}
        />
        <Checkbox.Group
          label={t('It is told of')}
          value={events}
          error={problems.events && ofServer(problems.events)}
          onChange={(chosen) => {
            setEvents(chosen)
            setProblems(({ url: kept }) => ({ url: kept }))
          }}
        >
          <Stack gap="xs" mt={6}>
            {webhookEvents.map((event) => (
              <Checkbox
                key={event}
                value={event}
                label={eventWords[event].name}
                description={eventWords[event].what}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        {create.isError && problems.url === undefined && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {t('No webhook was made: {why}', { why: failureReason(create.error) })}
          </Text>
        )}
        <Group>
          <Button
            type="submit"
            loading={create.isPending}
            leftSection={<IconWebhook size={18} aria-hidden />}
          >
            {t('Make a webhook')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
