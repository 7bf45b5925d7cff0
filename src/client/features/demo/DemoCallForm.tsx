import {
  Autocomplete,
  Button,
  Group,
  NumberInput,
  Paper,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import { IconAlertTriangle, IconPhonePlus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { type DemoCreate, demoCreateSchema } from '../../../server/domain/demo.schema.ts'
import type { InputIssue } from '../../../server/domain/errors.ts'
import { failureReason } from '../../components/failure-reason.ts'
import { ToneNotice } from '../../components/ToneNotice.tsx'
import { ofServer, t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { emptyWish, toDemoCreate } from './demo-wish.ts'
import { ScenarioPicker } from './ScenarioPicker.tsx'

type DemoCallFormProps = {
  onCreate: (wish: DemoCreate) => void
  isPending: boolean
  error: { message: string; data?: { issues?: readonly InputIssue[] } | null } | null
}

export function DemoCallForm({ onCreate, isPending, error }: DemoCallFormProps) {
  const facets = trpc.calls.facets.useQuery()
  const [wish, setWish] = useState(emptyWish)
  const [ownIssues, setOwnIssues] = useState<Record<string, string>>({})
  const set = (patch: Partial<typeof wish>) => {
    setWish((current) => ({ ...current, ...patch }))
    setOwnIssues({})
  }
  const serverIssues = error?.data?.issues ?? []
  const problemAt = (path: string) => {
    const problem = ownIssues[path] ?? serverIssues.find((issue) => issue.path === path)?.message
    return problem === undefined ? null : ofServer(problem)
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const read = demoCreateSchema.safeParse(toDemoCreate(wish))
    if (read.success) return onCreate(read.data)
    setOwnIssues(
      Object.fromEntries(read.error.issues.map(({ path, message }) => [path.join('.'), message])),
    )
  }

  return (
    <Paper
      component="section"
      withBorder
      p={{ base: 'sm', sm: 'lg' }}
      aria-label={t('Set up the call')}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Title order={2}>{t('Set it up')}</Title>
          <ScenarioPicker
            value={wish.scenarioId}
            onChange={(scenarioId) => set({ scenarioId })}
            error={problemAt('scenarioId') && t('Choose what is to happen.')}
          />
          <Switch
            label={t('Let the provider misbehave')}
            description={t(
              'Over this call the simulator loses, repeats, delays and contradicts its news, answers with errors, and may break off. The call’s history shows what came, and from whom.',
            )}
            checked={wish.isHostile}
            onChange={(event) => set({ isHostile: event.currentTarget.checked })}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <TextInput
              label={t('Customer name')}
              value={wish.customerName}
              onChange={(event) => set({ customerName: event.currentTarget.value })}
              error={problemAt('customerName')}
              required
            />
            <TextInput
              label={t('Telephone number')}
              type="tel"
              description={t('This number is never dialled: demo calls run on the simulator.')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={wish.phoneNumber}
              onChange={(event) => set({ phoneNumber: event.currentTarget.value })}
              error={problemAt('phoneNumber')}
            />
            <TextInput
              label={t('Make')}
              value={wish.make}
              onChange={(event) => set({ make: event.currentTarget.value })}
              error={problemAt('vehicle.make')}
            />
            <TextInput
              label={t('Model')}
              value={wish.model}
              onChange={(event) => set({ model: event.currentTarget.value })}
              error={problemAt('vehicle.model')}
            />
            <NumberInput
              label={t('Year')}
              value={wish.year}
              onChange={(year) => set({ year: year === '' ? '' : Number(year) })}
              allowDecimal={false}
              allowNegative={false}
              hideControls
              error={problemAt('vehicle.year')}
            />
            <TextInput
              label={t('Vehicle number')}
              value={wish.vehicleNumber}
              onChange={(event) => set({ vehicleNumber: event.currentTarget.value })}
              error={problemAt('vehicle.vehicleNumber')}
            />
            <Autocomplete
              label={t('Service type')}
              data={facets.data?.serviceTypes ?? []}
              value={wish.serviceType}
              onChange={(serviceType) => set({ serviceType })}
              error={problemAt('serviceType')}
            />
            <Autocomplete
              label={t('Service advisor')}
              data={[...new Set(facets.data?.serviceAdvisors.map(({ name }) => name))]}
              value={wish.serviceAdvisorName}
              onChange={(serviceAdvisorName) => set({ serviceAdvisorName })}
              error={problemAt('serviceAdvisorName')}
            />
          </SimpleGrid>
          {error && (
            <ToneNotice
              role="alert"
              tone="bad"
              icon={IconAlertTriangle}
              title={t('The demo call was not created')}
            >
              {failureReason(error)}
            </ToneNotice>
          )}
          <Group justify="space-between" gap="sm">
            <Text size="sm" c="dimmed">
              {t('It appears under Ready for Call and waits there for you.')}
            </Text>
            <Button
              type="submit"
              loading={isPending}
              leftSection={<IconPhonePlus size={18} aria-hidden />}
            >
              {t('Create demo call')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  )
}
