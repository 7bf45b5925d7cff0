import { Button, EmptyState, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPhoneCheck, IconSearch } from '@tabler/icons-react'
import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import type { DoNotCallEntry } from '../../../server/domain/do-not-call.schema.ts'
import { Answered } from '../../components/Answered.tsx'
import { NamedRow, NamedRows } from '../../components/NamedRows.tsx'
import { PhoneNumber } from '../../components/PhoneNumber.tsx'
import { ShowMore } from '../../components/ShowMore.tsx'
import { T } from '../../i18n/T.tsx'
import { ofServer, t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { useOrganizationPlace } from '../../lib/use-organization-place.ts'
import { RemoveNumberDialog } from './RemoveNumberDialog.tsx'

const PAGE = 50
const SETTLED_MS = 250
/** What colleagues put on the list without a call to close is told by no feed. */
const ASK_AGAIN_MS = 60_000

export function NumberList({ mayChange }: { mayChange: boolean }) {
  const [text, setText] = useState('')
  const [settled] = useDebouncedValue(text.trim(), SETTLED_MS)
  const search = settled === '' ? undefined : settled
  const [asked, setAsked] = useState<DoNotCallEntry | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const list = trpc.doNotCall.list.useInfiniteQuery(
    { search, limit: PAGE },
    {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
      refetchInterval: ASK_AGAIN_MS,
    },
  )
  return (
    <Stack gap="sm">
      <TextInput
        type="search"
        aria-label={t('Search the list')}
        placeholder={t('Part of a number or of a reason')}
        leftSection={<IconSearch size={16} aria-hidden />}
        maxLength={100}
        maw="24rem"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Answered query={list} name={t('The list')}>
        {({ pages }) => {
          const entries = pages.flatMap((page) => page.entries)
          return entries.length === 0 ? (
            <Nothing search={search} onClear={() => setText('')} />
          ) : (
            <NamedRows label={t('Numbers that are not called')}>
              {entries.map((entry) => (
                <NumberRow
                  key={entry.id}
                  entry={entry}
                  onRemove={
                    mayChange &&
                    (() => {
                      setAsked(entry)
                      setIsAsking(true)
                    })
                  }
                />
              ))}
            </NamedRows>
          )
        }}
      </Answered>
      <ShowMore list={list} />
      <RemoveNumberDialog entry={asked} isOpen={isAsking} onClose={() => setIsAsking(false)} />
    </Stack>
  )
}

type NumberRowProps = { entry: DoNotCallEntry; onRemove: false | (() => void) }

function NumberRow({ entry, onRemove }: NumberRowProps) {
  const { fully } = useOrganizationPlace()
  const { phoneNumber, reason, addedBy, createdAt } = entry
  const when = <time dateTime={createdAt}>{fully(createdAt)}</time>
  return (
    <NamedRow
      words={
        <>
          <Text fw={600} span>
            <PhoneNumber value={phoneNumber} />
          </Text>
          <Text size="sm">{reason === null ? t('No reason on record') : ofServer(reason)}</Text>
          <Text size="xs" c="dimmed">
            {addedBy ? (
              <T text="{addedBy}, {when}" addedBy={addedBy} when={when} />
            ) : (
              <T text="Added {when}" when={when} />
            )}
          </Text>
        </>
      }
    >
      {onRemove && (
        <Button
          size="xs"
          variant="default"
          aria-label={t('Remove {phoneNumber} from the list', { phoneNumber })}
          onClick={onRemove}
        >
          {t('Remove')}
        </Button>
      )}
    </NamedRow>
  )
}

function Nothing({ search, onClear }: { search: string | undefined; onClear: () => void }) {
  return search === undefined ? (
    <EmptyState
      p="xl"
      icon={<IconPhoneCheck aria-hidden />}
      title={t('Nobody is on the list')}
      description={t('Add the number of a customer who does not want to be called.')}
    />
  ) : (
    <EmptyState
      p="xl"
      icon={<IconSearch aria-hidden />}
      title={t('Nothing with “{search}”', { search })}
      description={t(
        'Digits find a number however it is written here: with its country, without gaps.',
      )}
    >
      <EmptyState.Actions>
        <Button variant="light" onClick={onClear}>
          {t('Clear the search')}
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}
