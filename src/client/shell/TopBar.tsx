import { Button, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CurrentOrganization } from '../../server/domain/organization.schema.ts'
import { ColorSchemeSwitch } from '../components/ColorSchemeSwitch.tsx'
import { ImportLink } from '../components/ImportLink.tsx'
import { Logo } from '../components/Logo.tsx'
import { UserMenu } from '../features/auth/UserMenu.tsx'
import { LiveStatusBadge } from '../features/calls/LiveStatus.tsx'
import { useIsNarrow } from '../features/calls/use-is-narrow.ts'
import { OpenCaseCount } from '../features/cases/OpenCaseCount.tsx'
import { t } from '../i18n/t.ts'
import { useRights, useSight } from '../lib/rights.tsx'
import { placesFor } from './places.ts'
import { SimulatedNotice } from './SimulatedNotice.tsx'
import classes from './TopBar.module.css'

export function TopBar({ organization }: { organization: CurrentOrganization }) {
  const rights = useRights()
  const places = placesFor({ rights, sight: useSight() })
  // There it stands below, within reach of a thumb.
  const isNarrow = useIsNarrow()
  return (
    <header className={classes.bar}>
      <div className={classes.brand}>
        <Logo size={28} />
        <div className={classes.names}>
          <Text fw={700} lh={1.1} className={classes.product}>
            Ringback
          </Text>
          <Text size="xs" c="dimmed" lh={1.2} truncate className={classes.organization}>
            {organization.name}
          </Text>
        </div>
      </div>
      {!isNarrow && (
        <nav className={classes.nav} aria-label={t('Main')} data-tour="places">
          {places.map(({ to, label }) => (
            <Link
              key={to}
              to={to}
              className={classes.place}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
            >
              {label}
              {to === '/cases' && <OpenCaseCount />}
            </Link>
          ))}
        </nav>
      )}
      <div className={classes.marks}>
        <LiveStatusBadge />
        {organization.provider.isSimulated && <SimulatedNotice provider={organization.provider} />}
        {rights.has('visits.write') && (
          <Button
            component={ImportLink}
            variant="default"
            size="sm"
            aria-label={t('Import visits')}
            data-tour="import"
            leftSection={<IconFileImport size={16} aria-hidden />}
            classNames={{
              root: classes.import,
              label: classes.importLabel,
              section: classes.importIcon,
            }}
          >
            {t('Import')}
          </Button>
        )}
        <ColorSchemeSwitch />
        {organization.user && (
          <div data-tour="user">
            <UserMenu user={organization.user} organizationName={organization.name} />
          </div>
        )}
      </div>
    </header>
  )
}
