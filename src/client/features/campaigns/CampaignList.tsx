import { Anchor, Button, EmptyState, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconPlus, IconSpeakerphone } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Campaign } from '../../../server/domain/campaign.schema.ts'
import { Answered } from '../../components/Answered.tsx'
import { Mark } from '../../components/Mark.tsx'
import { NamedRow, NamedRows } from '../../components/NamedRows.tsx'
import { t } from '../../i18n/t.ts'
import { useRights } from '../../lib/rights.tsx'
import { trpc } from '../../lib/trpc.ts'
import { useOrganizationPlace } from '../../lib/use-organization-place.ts'
import { askedAgain } from './asked-again.ts'
import { CampaignControls } from './CampaignControls.tsx'
import { CampaignProgress } from './CampaignProgress.tsx'
import { datesWords, stateLooks } from './campaign-words.ts'

/** Every campaign with how far it is. */
export function CampaignList() {
  const mayChange = useRights().has('schedule.change')
  const campaigns = trpc.campaigns.list.useQuery(undefined, {
    staleTime: 0,
    ...askedAgain,
  })
  return (
    <Stack gap="lg">
      <Group justify="space-between" gap="sm">
        <div>
          <Title order={1}>{t('Campaigns')}</Title>
          <Text c="dimmed" size="sm">
            {t(
              'Sets of visits to be called about, between two dates and by a schedule of their own.',
            )}
          </Text>
        </div>
        {mayChange && <NewCampaignButton label={t('New campaign')} />}
      </Group>
      <Paper withBorder p={{ base: 'sm', sm: 'lg' }}>
        <Answered query={campaigns} name={t('The campaigns')}>
          {(found) =>
            found.length === 0 ? (
              <EmptyState
                p="xl"
                icon={<IconSpeakerphone aria-hidden />}
                title={t('No campaigns yet')}
                description={t(
                  'Every visit gets its call by the organization’s schedule. A campaign asks about chosen visits, in its own time.',
                )}
              >
                {mayChange && (
                  <EmptyState.Actions>
                    <NewCampaignButton label={t('Make the first one')} />
                  </EmptyState.Actions>
                )}
              </EmptyState>
            ) : (
              <NamedRows label={t('Campaigns, the newest first')}>
                {found.map((campaign) => (
                  <CampaignRow key={campaign.id} campaign={campaign} mayChange={mayChange} />
                ))}
              </NamedRows>
            )
          }
        </Answered>
      </Paper>
    </Stack>
  )
}

function NewCampaignButton({ label }: { label: string }) {
  return (
    <Button
      leftSection={<IconPlus size={18} aria-hidden />}
      renderRoot={(props) => (
        <Link {...props} to="/campaigns/$campaignId" params={{ campaignId: 'new' }} />
      )}
    >
      {label}
    </Button>
  )
}

function CampaignRow({ campaign, mayChange }: { campaign: Campaign; mayChange: boolean }) {
  const { date } = useOrganizationPlace()
  const { word, ...look } = stateLooks[campaign.state]
  return (
    <NamedRow
      words={
        <>
          <Group gap="xs">
            <Anchor
              fw={600}
              renderRoot={(props) => (
                <Link {...props} to="/campaigns/$campaignId" params={{ campaignId: campaign.id }} />
              )}
            >
              {campaign.name}
            </Anchor>
            <Mark {...look}>{word}</Mark>
          </Group>
          <Text size="sm" c="dimmed">
            {datesWords(campaign, date)}
          </Text>
          <CampaignProgress progress={campaign.progress} />
        </>
      }
    >
      {mayChange && <CampaignControls campaign={campaign} />}
    </NamedRow>
  )
}
