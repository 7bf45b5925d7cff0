import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { apiKeyCreateSchema } from '../../../server/domain/api-key.schema.ts'
import { keyScopes } from '../../../server/domain/rights.ts'
import { failureReason } from '../../components/failure-reason.ts'
import { ofServer, t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { ShownOnceDialog } from './ShownOnceDialog.tsx'
import { scopeWords } from './scope-words.ts'

type Problems = { name?: string; scopes?: string }

export function CreateKeyForm() {
  const utils = trpc.useUtils()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<string[]>(['read'])
  const [problems, setProblems] = useState<Problems>({})
  const create = trpc.apiKeys.create.useMutation({
    onSuccess: () => {
      void utils.apiKeys.list.invalidate()
      setName('')
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const read = apiKeyCreateSchema.safeParse({ name, scopes })
    if (read.success) {
      setProblems({})
      return create.mutate(read.data)
    }
    const problemAt = (field: string) =>
      read.error.issues.find(({ path }) => path[0] === field)?.message
    setProblems({ name: problemAt('name'), scopes: problemAt('scopes') })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label={t('Name')}
          placeholder={t('The program that will use it')}
          autoComplete="off"
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value)
            setProblems(({ scopes: kept }) => ({ scopes: kept }))
          }}
          error={problems.name && ofServer(problems.name)}
          maw="24rem"
        />
        <Checkbox.Group
          label={t('It may')}
          value={scopes}
          onChange={(chosen) => {
            setScopes(chosen)
            setProblems(({ name: kept }) => ({ name: kept }))
          }}
          error={problems.scopes && ofServer(problems.scopes)}
        >
          <Stack gap="xs" mt={6}>
            {keyScopes.map((scope) => (
              <Checkbox
                key={scope}
                value={scope}
                label={scopeWords[scope].name}
                description={scopeWords[scope].what}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        {create.isError && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {t('No key was made: {why}', { why: failureReason(create.error) })}
          </Text>
        )}
        <Group>
          <Button
            type="submit"
            loading={create.isPending}
            leftSection={<IconKey size={18} aria-hidden />}
          >
            {t('Make a key')}
          </Button>
        </Group>
      </Stack>
      <ShownOnceDialog
        title={t('Key for {name}', { name: create.data?.apiKey.name ?? '' })}
        label={t('The key')}
        secret={create.data?.key ?? null}
        onClose={() => create.reset()}
      >
        {t(
          'Copy it now and keep it where the program finds it: it is shown this once. If it is lost, revoke it and make another.',
        )}
      </ShownOnceDialog>
    </form>
  )
}
