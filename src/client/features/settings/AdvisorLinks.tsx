import { NativeSelect, Text } from '@mantine/core'
import { rolesThat } from '../../../server/domain/rights.ts'
import type { Member } from '../../../server/domain/team.schema.ts'
import { Answered } from '../../components/Answered.tsx'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { SettingsRow, SettingsRows } from './SettingsRow.tsx'
import { SettingsSection } from './SettingsSection.tsx'
import { sayFailed } from './say.ts'

const workers = rolesThat('calls.work')

/** Whose the cases about each service advisor's visits are. */
export function AdvisorLinks({ members }: { members: readonly Member[] }) {
  const utils = trpc.useUtils()
  const advisors = trpc.cases.advisors.useQuery()
  const link = trpc.cases.linkAdvisor.useMutation({
    onError: sayFailed(t('It stayed as it was')),
    onSettled: () => void utils.cases.advisors.invalidate(),
  })
  const options = [
    { value: '', label: t('Whoever takes them') },
    ...members
      .filter(({ role }) => workers.includes(role))
      .map(({ userId, name }) => ({ value: userId, label: name })),
  ]
  return (
    <SettingsSection
      title={t('Service advisors')}
      description={t('When a low score opens a case about an advisor’s visit, it goes to:')}
    >
      <Answered query={advisors} name={t('The advisors')}>
        {(found) =>
          found.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('Advisors appear here with the visits that name them.')}
            </Text>
          ) : (
            <SettingsRows label={t('Service advisors')}>
              {found.map(({ id, name, userId }) => {
                const isChanging = link.isPending && link.variables.id === id
                return (
                  <SettingsRow key={id} name={name} details={null}>
                    <NativeSelect
                      aria-label={t('Cases of {name} go to', { name })}
                      data={options}
                      value={(isChanging ? link.variables.userId : userId) ?? ''}
                      disabled={isChanging}
                      onChange={({ currentTarget: { value } }) =>
                        link.mutate({ id, userId: value === '' ? null : value })
                      }
                      w="13rem"
                    />
                  </SettingsRow>
                )
              })}
            </SettingsRows>
          )
        }
      </Answered>
    </SettingsSection>
  )
}
