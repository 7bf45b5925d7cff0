import { Anchor, Button, Group, Paper, Stack, Title } from '@mantine/core'
import { IconArrowLeft, IconMessage2, IconPhone } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Answered } from '../../components/Answered.tsx'
import { Mark } from '../../components/Mark.tsx'
import { t } from '../../i18n/t.ts'
import { useRights } from '../../lib/rights.tsx'
import { trpc } from '../../lib/trpc.ts'
import { useOrganizationPlace } from '../../lib/use-organization-place.ts'
import { AddVisits } from './AddVisits.tsx'
import { askedAgain } from './asked-again.ts'
import { CampaignControls } from './CampaignControls.tsx'
import { CampaignForm, type ScheduleFields } from './CampaignForm.tsx'
import { CampaignProgress } from './CampaignProgress.tsx'
import { stateLooks } from './campaign-words.ts'

type CampaignDetailProps = { id: string | 'new'; ScheduleFields: ScheduleFields }

/** One campaign: how far it is, its visits, its dates and its schedule; or a new one. */
export function CampaignDetail({ id, ScheduleFields }: CampaignDetailProps) {
  const isNew = id === 'new'
  const navigate = useNavigate()
  const { timeZone } = useOrganizationPlace()
  const mayChange = useRights().has('schedule.change')
  const schedule = trpc.scheduleConfig.get.useQuery()
  const query = trpc.campaigns.byId.useQuery(
    { id },
    { enabled: !isNew, staleTime: 0, ...askedAgain },
  )
  const fields = { timeZone, ScheduleFields }
  return (
    <Stack gap="lg">
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/campaigns" />}>
        <Group gap={4}>
          <IconArrowLeft size={16} aria-hidden />
          {t('All campaigns')}
        </Group>
      </Anchor>
      <Answered query={schedule} name={t('The schedule')}>
        {({ config }) =>
          isNew ? (
            <>
              <Title order={1}>{t('New campaign')}</Title>
              <CampaignForm
                {...fields}
                campaign={null}
                organization={config}
                onCreated={(made) =>
                  void navigate({
                    to: '/campaigns/$campaignId',
                    params: { campaignId: made.id },
                    replace: true,
                    ignoreBlocker: true,
                  })
                }
              />
            </>
          ) : (
            <Answered query={query} name={t('The campaign')}>
              {(campaign) => {
                const { word, ...look } = stateLooks[campaign.state]
                return (
                  <Stack gap="lg">
                    <Group justify="space-between" gap="sm">
                      <Group gap="sm">
                        <Title order={1}>{campaign.name}</Title>
                        <Mark {...look}>{word}</Mark>
                      </Group>
                      <Group gap="xs">
                        <CallsLink campaignId={campaign.id} />
                        <ScriptLink campaignId={campaign.id} />
                        {mayChange && (
                          <CampaignControls
                            campaign={campaign}
                            onDeleted={() => void navigate({ to: '/campaigns' })}
                          />
                        )}
                      </Group>
                    </Group>
                    <Paper withBorder p={{ base: 'sm', sm: 'lg' }}>
                      <Title order={2}>{t('Visits')}</Title>
                      <CampaignProgress progress={campaign.progress} />
                      {mayChange && <AddVisits campaignId={campaign.id} />}
                    </Paper>
                    <CampaignForm
                      key={campaign.id}
                      {...fields}
                      campaign={campaign}
                      organization={config}
                      onCreated={() => undefined}
                    />
                  </Stack>
                )
              }}
            </Answered>
          )
        }
      </Answered>
    </Stack>
  )
}

function CallsLink({ campaignId }: { campaignId: string }) {
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPhone size={16} aria-hidden />}
      renderRoot={(props) => <Link {...props} to="/" search={{ campaign: campaignId }} />}
    >
      {t('Its calls')}
    </Button>
  )
}

/** To what the calls of a campaign say. */
function ScriptLink({ campaignId }: { campaignId: string }) {
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconMessage2 size={16} aria-hidden />}
      renderRoot={(props) => <Link {...props} to="/script/$campaignId" params={{ campaignId }} />}
    >
      {t('What calls say')}
    </Button>
  )
}
