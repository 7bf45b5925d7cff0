import { useNavigate, useSearch } from '@tanstack/react-router'
import { Cases } from '../features/cases/Cases.tsx'
import { shownBy } from '../features/cases/shown-cases.ts'
import { t } from '../i18n/t.ts'
import { trpc } from '../lib/trpc.ts'
import { usePageTitle } from '../lib/use-page-title.ts'
import classes from './Page.module.css'
import { WithRight } from './WithRight.tsx'

export function CasesPage() {
  usePageTitle(t('Cases'))
  const address = useSearch({ from: '/inside/cases' })
  const navigate = useNavigate({ from: '/cases' })
  const { data } = trpc.organization.current.useQuery(undefined, {
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <div className={classes.page}>
      <WithRight right="visits.read">
        <Cases
          shown={shownBy(address)}
          onShow={({ show, only }) =>
            void navigate({
              search: { show: show === 'open' ? undefined : show, only: only ?? undefined },
            })
          }
          userId={data?.user?.id ?? null}
        />
      </WithRight>
    </div>
  )
}
