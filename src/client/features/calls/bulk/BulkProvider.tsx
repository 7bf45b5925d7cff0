import { notifications } from '@mantine/notifications'
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import type { Call } from '../../../../server/domain/call.schema.ts'
import { t } from '../../../i18n/t.ts'
import { useCommands } from '../../../lib/commands.tsx'
import { createPart, usePart } from '../../../lib/part.ts'
import { useRights } from '../../../lib/rights.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { actionsFor } from '../call-actions.ts'
import { useShownListStore } from '../shown-list.tsx'
import { useCallsAddress } from '../use-calls-address.ts'
import { BulkContext, type RowCursor, useSelectedCalls } from './bulk-context.ts'
import { actionOf, type BulkName, bulkNames, bulkWords } from './bulk-words.ts'
import { meantCalls } from './meant-calls.ts'
import { createSelection } from './selection.ts'
import { useBulkChange } from './use-bulk-change.ts'
import { whyNotWords } from './why-not-words.ts'

const barPart = createPart(async () => (await import('./BulkBar.tsx')).BulkBar)

/** What is about to be done, and to which calls: the selection may change while one is asked. */
export type BulkAsking = { name: BulkName; calls: readonly Call[]; isOpen: boolean }

function sayNobodyIsMeant(): void {
  const message = t('Go to a row or select some first.')
  notifications.show({ id: 'why-not', color: 'gray', message })
}

/** Selecting rows and doing something to all of them, by hand and by key. */
export function BulkProvider({ children }: { children: ReactNode }) {
  const [selection] = useState(createSelection)
  const cursor = useRef<RowCursor | null>(null)
  const selected = useSelectedCalls(selection)
  const [asking, setAsking] = useState<BulkAsking | null>(null)
  const change = useBulkChange()
  const mayWork = useRights().has('calls.work')
  const isBusy = change.state.kind === 'running'
  const { run } = change
  const openId = useCallsAddress().address.call
  const list = useShownListStore()
  const utils = trpc.useUtils()

  const start = useCallback(
    (name: BulkName) => {
      if (isBusy) return
      const chosen = selection.calls()
      const { calls, isPlain } = meantCalls({
        selected: chosen,
        opened:
          openId === undefined
            ? null
            : {
                id: openId,
                call:
                  list.get().calls.find(({ id }) => id === openId) ??
                  utils.calls.byId.getData({ id: openId }) ??
                  null,
              },
        atCursor: cursor.current?.activeCall() ?? null,
        focusedId: cursor.current?.focusedId() ?? null,
      })
      if (calls.length === 0) return sayNobodyIsMeant()
      const action = actionOf[name]
      const isOpen = (call: Call) => actionsFor(call).some((each) => each.name === action)
      if (action !== null && !calls.some(isOpen)) {
        const message = whyNotWords(action, calls)
        notifications.show({ id: 'why-not', color: 'gray', message })
        return
      }
      if (name !== 'retry' || !isPlain) return setAsking({ name, calls, isOpen: true })
      void run(name, { type: 'retry' }, calls).then((refused) =>
        selection.set(chosen.length > 0 ? refused.map(({ id }) => id) : []),
      )
    },
    [selection, isBusy, run, openId, list, utils],
  )
  const toggle = () => {
    const active = cursor.current?.activeCall()
    if (active) selection.toggle(active.id)
    else sayNobodyIsMeant()
  }
  const areOthersHeardAt = (target: EventTarget | null) =>
    cursor.current?.hearsArrowsAt(target) === true
  useCommands([
    {
      group: t('Rows'),
      label: t('Next row'),
      key: 'j',
      otherKeys: ['ArrowDown'],
      areOthersHeardAt,
      isKeyOnly: true,
      isRepeated: true,
      run: () => cursor.current?.move(1),
    },
    {
      group: t('Rows'),
      label: t('Previous row'),
      key: 'k',
      otherKeys: ['ArrowUp'],
      areOthersHeardAt,
      isKeyOnly: true,
      isRepeated: true,
      run: () => cursor.current?.move(-1),
    },
    {
      group: t('Rows'),
      label: t('Open the row'),
      key: 'Enter',
      isKeyOnly: true,
      isHeardElsewhere: true,
      run: () => undefined,
    },
    ...(mayWork
      ? [
          {
            group: t('Rows'),
            label: t('Select the row, or not'),
            key: 'x',
            isKeyOnly: true,
            run: toggle,
          },
          {
            group: t('Rows'),
            label: t('Select all rows loaded'),
            key: 'a',
            run: selection.selectAll,
          },
          ...bulkNames.map((name) => ({
            group: t('Selected calls, the opened one, or the row'),
            label: bulkWords[name].label,
            key: bulkWords[name].key,
            run: () => start(name),
          })),
        ]
      : []),
    ...(selected.length > 0
      ? [{ group: t('Rows'), label: t('Select nothing'), key: 'Escape', run: selection.clear }]
      : []),
  ])
  const bulk = useMemo(() => ({ selection, start, cursor }), [selection, start])
  const isBarWanted = selected.length > 0 || asking !== null || change.state.kind !== 'idle'
  const Bar = usePart(barPart, isBarWanted)
  return (
    <BulkContext value={bulk}>
      {children}
      {Bar && (
        <Bar
          selected={selected}
          bulk={bulk}
          change={change}
          asking={asking}
          onAsked={() => setAsking((last) => last && { ...last, isOpen: false })}
        />
      )}
    </BulkContext>
  )
}
