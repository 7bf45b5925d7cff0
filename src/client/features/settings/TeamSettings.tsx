import { Stack, Text } from '@mantine/core'
import { Answered } from '../../components/Answered.tsx'
import { WhyNot } from '../../components/WhyNot.tsx'
import { t } from '../../i18n/t.ts'
import { useWhyNot } from '../../lib/rights.tsx'
import { trpc } from '../../lib/trpc.ts'
import { AdvisorLinks } from './AdvisorLinks.tsx'
import { InvitationRow } from './InvitationRow.tsx'
import { InviteForm } from './InviteForm.tsx'
import { MemberRow } from './MemberRow.tsx'
import { SettingsRows } from './SettingsRow.tsx'
import { SettingsSection } from './SettingsSection.tsx'

/** Who belongs to the organization, in which role, and who is invited. */
export function TeamSettings() {
  const team = trpc.team.list.useQuery()
  const self = trpc.organization.current.useQuery().data?.user ?? null
  const whyNot = useWhyNot('team.manage', 'change the team')
  return (
    <Stack gap="lg">
      {whyNot === null && (
        <SettingsSection
          title={t('Invite somebody')}
          description={t('They get a link that lets them in once, within a week.')}
        >
          <InviteForm by={self?.role ?? null} />
        </SettingsSection>
      )}
      <SettingsSection title={t('Members')}>
        {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
        <Answered query={team} name={t('The team')}>
          {({ members }) => (
            <SettingsRows label={t('Members')}>
              {members.map((member) => (
                <MemberRow
                  key={member.id}
                  member={member}
                  self={self}
                  isLastOwner={
                    member.role === 'owner' &&
                    members.filter(({ role }) => role === 'owner').length === 1
                  }
                />
              ))}
              {whyNot === null && members.length === 1 && (
                <li>
                  <Text size="sm" c="dimmed">
                    {t('You are alone here so far. Whom you invite above appears here.')}
                  </Text>
                </li>
              )}
            </SettingsRows>
          )}
        </Answered>
      </SettingsSection>
      {whyNot === null && team.data && <AdvisorLinks members={team.data.members} />}
      {whyNot === null && team.data && (
        <SettingsSection title={t('Open invitations')}>
          {team.data.invitations.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('Nobody is invited right now.')}
            </Text>
          ) : (
            <SettingsRows label={t('Open invitations')}>
              {team.data.invitations.map((invitation) => (
                <InvitationRow key={invitation.id} invitation={invitation} />
              ))}
            </SettingsRows>
          )}
        </SettingsSection>
      )}
    </Stack>
  )
}
