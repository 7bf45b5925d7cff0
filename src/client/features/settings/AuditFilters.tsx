import { Button, Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { auditActions } from '../../../server/domain/audit.ts'
import { useTypedDate } from '../../components/use-typed-date.ts'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import classes from './AuditLog.module.css'
import { type AuditAddress, readAuditAddress } from './audit-address.ts'
import { auditWords } from './audit-words.ts'

const kinds = [
  { value: 'user', label: t('People') },
  { value: 'api_key', label: t('Programs') },
  { value: 'system', label: t('Ringback itself') },
]

const actions = auditActions
  .map((action) => ({ value: action, label: capitalized(auditWords[action]) }))
  .sort((a, b) => a.label.localeCompare(b.label))

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Narrows the log; kept in the address, so that a view of it can be sent. */
export function AuditFilters({ address }: { address: AuditAddress }) {
  const navigate = useNavigate()
  const members = trpc.team.list.useQuery().data?.members ?? []
  const change = (wish: Record<string, string | null>) => {
    const next = readAuditAddress({ ...address, ...wish })
    void navigate({ to: '/settings/audit', search: next, replace: true })
  }
  const from = useTypedDate(address.from ?? '', (date) => change({ from: date ?? null }))
  const to = useTypedDate(address.to ?? '', (date) => change({ to: date ?? null }))
  const people = members.map(({ userId, name }) => ({ value: userId, label: name }))
  const isFiltered = Object.values(address).some((part) => part !== undefined)
  return (
    <search className={classes.filters} aria-label={t('Filter the log')}>
      <Select
        className={classes.filter}
        label={t('Who')}
        placeholder={t('Anybody')}
        data={[
          { group: t('Kind'), items: kinds },
          { group: t('Members'), items: people },
        ]}
        value={address.who ?? null}
        onChange={(who) => change({ who })}
        clearable
        clearButtonProps={{ 'aria-label': t('Anybody') }}
      />
      <Select
        className={classes.filter}
        label={t('What')}
        placeholder={t('Anything')}
        data={actions}
        value={address.what ?? null}
        onChange={(what) => change({ what })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('Anything') }}
        nothingFoundMessage={t('Nothing of that name')}
      />
      <TextInput className={classes.filter} type="date" label={t('From')} {...from} />
      <TextInput className={classes.filter} type="date" label={t('To')} {...to} />
      {isFiltered && (
        <Button
          variant="subtle"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() => change({ who: null, what: null, from: null, to: null })}
        >
          {t('Clear all')}
        </Button>
      )}
    </search>
  )
}
