import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { failureReason } from '../../components/failure-reason.ts'
import { TimeZoneSelect } from '../../components/TimeZoneSelect.tsx'
import { useCheckedForm } from '../../components/use-checked-form.ts'
import { T } from '../../i18n/T.tsx'
import { plural, t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { erasesSooner, type OrganizationWish, organizationFormSchema } from './organization-form.ts'
import { sayDone } from './say.ts'

type Saved = { name: string; slug: string; timeZone: string; retentionDays: number | null }

const USUAL_DAYS = '730'

export function OrganizationForm({ saved }: { saved: Saved }) {
  const utils = trpc.useUtils()
  const [asked, setAsked] = useState<OrganizationWish | null>(null)
  const update = trpc.organization.update.useMutation({
    onSuccess: (settings) => {
      utils.organization.settings.setData(undefined, settings)
      void utils.organization.current.invalidate()
      sayDone(t('The organization is saved.'))
    },
    onSettled: () => setAsked(null),
  })
  const { field, values, set, problemAt, submit } = useCheckedForm({
    schema: organizationFormSchema,
    initial: {
      name: saved.name,
      timeZone: saved.timeZone,
      retentionDays: saved.retentionDays === null ? '' : String(saved.retentionDays),
    },
    error: update.error,
    onSubmit: (wish) => {
      if (erasesSooner(saved.retentionDays, wish.retentionDays)) setAsked(wish)
      else update.mutate(wish)
    },
  })
  const [isLimited, setIsLimited] = useState(saved.retentionDays !== null)
  const isNamed = (update.error?.data?.issues?.length ?? 0) > 0
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw="24rem">
        <TextInput label={t('Name')} autoComplete="organization" {...field('name')} />
        <TimeZoneSelect
          label={t('Time zone')}
          value={values.timeZone}
          onChange={(timeZone) => set('timeZone', timeZone)}
          error={problemAt('timeZone')}
        />
        <Stack gap="xs">
          <Checkbox
            label={t('Erase customers by age')}
            description={t(
              'Their name, number, transcript and recording go by themselves. A score stays, without them, and for a year an unreadable mark of a number that was called, so that it is not called again too soon.',
            )}
            checked={isLimited}
            onChange={(event) => {
              const { checked } = event.currentTarget
              setIsLimited(checked)
              set('retentionDays', checked ? USUAL_DAYS : '')
            }}
          />
          {isLimited && (
            <TextInput
              label={t('Days after the visit')}
              inputMode="numeric"
              autoComplete="off"
              maw="12rem"
              {...field('retentionDays')}
            />
          )}
        </Stack>
        <Text size="sm" c="dimmed">
          <T text="Programs know it as {slug}." slug={<strong>{saved.slug}</strong>} />
        </Text>
        {update.isError && !isNamed && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {t('Not saved: {why}', { why: failureReason(update.error) })}
          </Text>
        )}
        <Group>
          <Button type="submit" loading={update.isPending}>
            {t('Save')}
          </Button>
        </Group>
      </Stack>
      <ConfirmDialog
        isOpen={asked !== null}
        title={plural(
          asked?.retentionDays ?? 0,
          'Erase customers after {n} day?',
          'Erase customers after {n} days?',
        )}
        confirmLabel={t('Erase by age')}
        isPending={update.isPending}
        problem={null}
        onConfirm={() => asked !== null && update.mutate(asked)}
        onClose={() => setAsked(null)}
      >
        {t(
          'Everything about customers whose visit is older goes soon after you confirm, and later ones follow day by day. It cannot be brought back.',
        )}
      </ConfirmDialog>
    </form>
  )
}
