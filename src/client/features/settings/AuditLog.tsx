import { Stack, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { Answered } from '../../components/Answered.tsx'
import { DownloadLink } from '../../components/DownloadLink.tsx'
import { failureReason } from '../../components/failure-reason.ts'
import { ShowOlder } from '../../components/ShowOlder.tsx'
import { t } from '../../i18n/t.ts'
import { AuditFilters } from './AuditFilters.tsx'
import classes from './AuditLog.module.css'
import { AuditRow } from './AuditRow.tsx'
import { auditFilterOf } from './audit-address.ts'
import { SettingsSection } from './SettingsSection.tsx'
import { useAuditLog } from './use-audit-log.ts'
import { useOrganizationClock } from './use-organization-clock.ts'

const route = getRouteApi('/inside/settings/audit')

/** Who did what, the newest first. */
export function AuditLog() {
  const address = route.useSearch()
  const { timeZone } = useOrganizationClock()
  const filter = auditFilterOf(address, timeZone)
  const log = useAuditLog(filter)
  const isFiltered = Object.keys(filter).length > 0
  return (
    <SettingsSection
      title={t('Audit log')}
      description={t('Everything that people and programs changed, and what it was before.')}
      action={
        <DownloadLink
          href="/api/v1/audit-entries/export.csv"
          query={filter}
          label={t('Download as CSV')}
        />
      }
    >
      <AuditFilters address={address} />
      <Answered query={log} name={t('The audit log')}>
        {({ pages }) => {
          const entries = pages.flatMap((page) => page.entries)
          if (entries.length === 0) {
            return (
              <Text size="sm" c="dimmed">
                {isFiltered
                  ? t('Nothing matches. Loosen or clear the filters.')
                  : t('Nothing was changed yet.')}
              </Text>
            )
          }
          return (
            <Stack gap="sm" aria-busy={log.isPlaceholderData}>
              <ol className={classes.entries} aria-label={t('Entries, newest first')}>
                {entries.map((entry) => (
                  <AuditRow key={entry.id} entry={entry} />
                ))}
              </ol>
              {log.hasNextPage ? (
                <ShowOlder
                  isLoading={log.isFetchingNextPage}
                  problem={log.isFetchNextPageError ? failureReason(log.error) : null}
                  onMore={() => void log.fetchNextPage()}
                />
              ) : (
                <Text size="xs" c="dimmed">
                  {t('That is all of it.')}
                </Text>
              )}
            </Stack>
          )
        }}
      </Answered>
    </SettingsSection>
  )
}
