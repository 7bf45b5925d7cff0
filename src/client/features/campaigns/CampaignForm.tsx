import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import type { ComponentType, FormEvent } from 'react'
import type { Campaign } from '../../../server/domain/campaign.schema.ts'
import type { CampaignSchedule } from '../../../server/domain/campaign-schedule.ts'
import type { ScheduleConfig } from '../../../server/domain/schedule-config.schema.ts'
import { FloatingBar } from '../../components/FloatingBar.tsx'
import { failureReason } from '../../components/failure-reason.ts'
import { UnsavedChangesGuard } from '../../components/UnsavedChangesGuard.tsx'
import { WhyNot } from '../../components/WhyNot.tsx'
import { t } from '../../i18n/t.ts'
import { useWhyNot } from '../../lib/rights.tsx'
import classes from './CampaignForm.module.css'
import { useCampaignForm } from './use-campaign-form.ts'

/** Edits what a campaign does differently from its organization. */
export type ScheduleFields = ComponentType<{
  organization: ScheduleConfig
  schedule: CampaignSchedule
  onChange: (schedule: CampaignSchedule) => void
}>

type CampaignFormProps = {
  campaign: Campaign | null
  organization: ScheduleConfig
  timeZone: string
  ScheduleFields: ScheduleFields
  onCreated: (campaign: Campaign) => void
}

export function CampaignForm({ ScheduleFields, ...input }: CampaignFormProps) {
  const form = useCampaignForm(input)
  const whyNot = useWhyNot('schedule.change')
  const { draft, change, problems } = form
  const isNew = input.campaign === null
  const zone = input.timeZone.replaceAll('_', ' ')

  const submit = (event: FormEvent) => {
    event.preventDefault()
    form.save()
  }
  return (
    <form onSubmit={submit} noValidate aria-label={t('Campaign')}>
      {/* A new one leaves this page once it is there. */}
      <UnsavedChangesGuard isDirty={form.isDirty && !form.isSaving} what={t('the campaign')} />
      <fieldset disabled={whyNot !== null} className={classes.fields} aria-label={t('Campaign')}>
        <Paper withBorder p={{ base: 'sm', sm: 'lg' }}>
          <Stack gap="md">
            {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
            <TextInput
              label={t('Name')}
              placeholder={t('Winter check follow-up')}
              maxLength={100}
              maw="28rem"
              required
              value={draft.name}
              error={problems.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <Group gap="sm" align="flex-start">
              <TextInput
                type="date"
                w="100%"
                maw="16rem"
                label={t('First day')}
                description={t('Empty: from now on')}
                value={draft.firstDay}
                onChange={(event) => change({ firstDay: event.currentTarget.value })}
              />
              <TextInput
                type="date"
                w="100%"
                maw="16rem"
                label={t('Last day')}
                description={t('Empty: no end. {zone} time', { zone })}
                value={draft.lastDay}
                error={problems.lastDay}
                onChange={(event) => change({ lastDay: event.currentTarget.value })}
              />
            </Group>
            <div>
              <Title order={2}>{t('Schedule')}</Title>
              <Text size="sm" c="dimmed">
                {t(
                  'What is off follows the organization. Its quiet hours, holidays and time zone hold in any case.',
                )}
              </Text>
            </div>
            <ScheduleFields
              organization={input.organization}
              schedule={draft.schedule}
              onChange={(schedule) => change({ schedule })}
            />
          </Stack>
        </Paper>
      </fieldset>
      {whyNot === null && (isNew || form.isDirty) && (
        <FloatingBar>
          <Group justify="space-between" gap="sm">
            <SaveWords {...form} isNew={isNew} />
            <Group gap="sm">
              {form.isDirty && (
                <Button variant="default" onClick={form.discard} disabled={form.isSaving}>
                  {t('Discard')}
                </Button>
              )}
              <Button type="submit" loading={form.isSaving}>
                {isNew ? t('Create campaign') : t('Save campaign')}
              </Button>
            </Group>
          </Group>
        </FloatingBar>
      )}
    </form>
  )
}

type SaveWordsProps = { error: unknown; problemCount: number; isNew: boolean }

function SaveWords({ error, problemCount, isNew }: SaveWordsProps) {
  if (problemCount > 0) {
    return (
      <Text size="sm" c="var(--mantine-color-error)" role="alert">
        {problemCount === 1
          ? t('One field needs mending first.')
          : t('Some fields need mending first.')}
      </Text>
    )
  }
  if (error) {
    return (
      <Text size="sm" c="var(--mantine-color-error)" role="alert">
        {t('Not saved: {reason}', { reason: failureReason(error) })}
      </Text>
    )
  }
  return (
    <Text size="sm" role="status">
      {isNew ? t('You add its visits next.') : t('You have unsaved changes.')}
    </Text>
  )
}
