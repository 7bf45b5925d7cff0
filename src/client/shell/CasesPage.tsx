import { useNavigate, useSearch } from '@tanstack/react-router'
import { Cases } from '../features/cases/Cases.tsx'
import { t } from '../i18n/t.ts'
import { trpc } from '../lib/trpc.ts'
import { usePageTitle } from '../lib/use-page-title.ts'
import classes from './Page.module.css'
import { WithRight } from './WithRight.tsx'

export function CasesPage() {
  usePageTitle(t('Cases'))
  const { show } = useSearch({ from: '/inside/cases' })
  const navigate = useNavigate({ from: '/cases' })
  const { data } = trpc.organization.current.useQuery(undefined, {
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <div className={classes.page}>
      <WithRight right="visits.read">
        <Cases
          shown={show ?? 'open'}
          onShow={(shown) =>
            void navigate({ search: { show: shown === 'open' ? undefined : shown } })
          }
          userId={data?.user?.id ?? null}
        />
      </WithRight>
    </div>
  )
}
