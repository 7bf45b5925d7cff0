import { TRPCClientError } from '@trpc/client'
import { useRef, useState } from 'react'
import type {
  ImportChoices,
  ImportFileInput,
  ImportPlan,
  ImportRun,
  ImportUndone,
  Separator,
} from '../../../server/domain/import-file.schema.ts'
import { failureCode, failureReason, wasRefused } from '../../components/failure-reason.ts'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { decodeAs } from './decode-text.ts'
import type { Sheet } from './read-spreadsheet.ts'
import {
  type ReadText,
  type RecallReading,
  readVisitsFile,
  textOfSheet,
} from './read-visits-file.ts'

/** What a person said of how dates and numbers are read, which stays whatever else is changed. */
export type SaidReading = Pick<ImportChoices, 'country' | 'dateOrder'>

/** While it is asked nothing can be closed, so that it is never put off until there is a network. */
const atOnce = { staleTime: 0, networkMode: 'always', retry: false } as const

/** In which other way a file is to be read. */
export type WantedReading = { encoding: string } | { separator: Separator }

export type ShownPlan = {
  plan: ImportPlan
  /** Null for a sheet of a workbook, in which there is nothing to recognise. */
  encoding: string | null
  /** Which column is what before a person said it. */
  recognized: ImportPlan['mapping']
  /** The file is being read in this way; what is shown is still of the earlier one. */
  wanted: WantedReading | null
  /** Why it could not be read as wanted. */
  refusal: string | null
}

export type ImportPhase =
  | { name: 'choosing' }
  | { name: 'sheets'; fileName: string; sheets: readonly Sheet[] }
  | ({ name: 'plan' } & ShownPlan)
  | { name: 'checking' | 'importing'; fileName: string }
  | { name: 'done'; run: ImportRun; encoding: string | null }
  | { name: 'undone'; fileName: string; undone: ImportUndone }
  | ({ name: 'failed' } & FailedImport)

export type FailedImport = {
  /** Null where rows may have landed all the same: nobody was told. */
  reason: string | null
  /** Does the same again, as it was chosen; null where the file was refused for what it is. */
  retry: (() => void) | null
}

type ImportSource = Omit<ReadText, 'ok'> & {
  fileName: string
  /** As the plan had it before a person said which column is what. */
  recognized?: ImportPlan['mapping']
}

type Asked = Pick<ImportFileInput, 'mode' | 'choices'>

function readAs(wanted: WantedReading, before: ImportSource): ImportSource {
  const from = { ...before, chosen: { ...before.chosen, ...wanted } }
  if (before.decoded === null || 'separator' in wanted) return from
  const { encoding } = wanted
  const content = decodeAs(encoding, before.decoded.bytes)
  return { ...from, content, decoded: { ...before.decoded, encoding } }
}

/** Other than by a request, an import fails by a part of the page that cannot be fetched. */
const whyFailed = (error: unknown) =>
  error instanceof TRPCClientError
    ? failureReason(error)
    : t('Check your connection and try again. If that does not help, reload the page.')

/** One import at a time: a file is read here, sent, and answered with a plan or a report. */
export function useImport() {
  const utils = trpc.useUtils()
  const [phase, setPhase] = useState<ImportPhase>({ name: 'choosing' })
  const [said, setSaid] = useState<SaidReading>({})
  /** Nothing is imported before a person has seen what would happen. */
  const [isChecked, setIsChecked] = useState(false)
  const source = useRef<ImportSource | null>(null)
  const sending = trpc.serviceRecords.importFile.useMutation()
  const undoing = trpc.serviceRecords.undoImport.useMutation()
  const isBusy = phase.name === 'importing' || phase.name === 'checking'

  const refreshVisits = () => {
    // The calls arrive by themselves; what is derived from visits does not.
    void utils.serviceRecords.list.invalidate()
    void utils.serviceRecords.imports.invalidate()
    void utils.calls.facets.invalidate()
  }
  const fail = (error: unknown, retry: () => void) => {
    // What the server refused it would refuse again.
    const isRefused = failureCode(error) === 'BAD_REQUEST'
    setPhase({ name: 'failed', reason: whyFailed(error), retry: isRefused ? null : retry })
  }
  const failImporting = (error: unknown, retry: () => void) => {
    if (wasRefused(error)) fail(error, retry)
    else setPhase({ name: 'failed', reason: null, retry })
    refreshVisits()
  }

  const ask = ({ fileName, content, dateSystem, decoded, chosen }: ImportSource, how: Asked) => {
    const firstLine = decoded?.firstLine
    return sending.mutateAsync({ fileName, content, dateSystem, firstLine, ...chosen, ...how })
  }
  const recall: RecallReading = (firstLine) =>
    utils.serviceRecords.readingChoice.fetch({ firstLine }, atOnce)
  const showPlan = (plan: ImportPlan, from: ImportSource, choices?: ImportChoices) => {
    const encoding = from.decoded?.encoding ?? null
    if (choices === undefined) from.recognized = plan.mapping
    const { recognized = plan.mapping } = from
    setPhase({ name: 'plan', plan, encoding, recognized, wanted: null, refusal: null })
  }

  const send = async (mode: 'auto' | 'plan' | 'run', choices?: ImportChoices): Promise<void> => {
    const from = source.current
    if (from === null) return
    setPhase({ name: mode === 'plan' ? 'checking' : 'importing', fileName: from.fileName })
    try {
      const result = await ask(from, { mode, choices })
      if (source.current !== from) return
      if (result.kind === 'plan') return showPlan(result.plan, from, choices)
      if (result.kind === 'to_be_seen') return send('plan', choices)
      setPhase({ name: 'done', run: result.run, encoding: from.decoded?.encoding ?? null })
      refreshVisits()
    } catch (error) {
      if (source.current !== from) return
      const retry = () => void send(mode, choices)
      if (mode === 'plan') fail(error, retry)
      else failImporting(error, retry)
    }
  }

  const start = async (file: File) => {
    if (isBusy) return
    setSaid({})
    setPhase({ name: isChecked ? 'checking' : 'importing', fileName: file.name })
    try {
      const read = await readVisitsFile(file, recall)
      if (!read.ok) return setPhase({ name: 'failed', reason: read.reason, retry: null })
      if ('sheets' in read) {
        return setPhase({ name: 'sheets', fileName: file.name, sheets: read.sheets })
      }
      source.current = { ...read, fileName: file.name }
      await send(isChecked ? 'plan' : 'auto')
    } catch (error) {
      fail(error, () => void start(file))
    }
  }

  const chooseSheet = (sheet: Sheet) => {
    if (phase.name !== 'sheets') return
    source.current = { ...textOfSheet(sheet), fileName: phase.fileName }
    void send(isChecked ? 'plan' : 'auto')
  }

  /** Reads the same file in another way, and shows what comes out; the plan stays until then. */
  const readAgain = async (wanted: WantedReading) => {
    const before = source.current
    if (before?.decoded == null || phase.name !== 'plan' || phase.wanted !== null) return
    const from = readAs(wanted, before)
    source.current = from
    setPhase({ ...phase, wanted, refusal: null })
    try {
      const result = await ask(from, { mode: 'look' })
      if (source.current === from && result.kind === 'plan') showPlan(result.plan, from)
    } catch (error) {
      if (source.current !== from) return
      source.current = before
      setPhase({ ...phase, wanted: null, refusal: failureReason(error) })
    }
  }

  const undo = async ({ importId, fileName }: { importId: string; fileName: string }) => {
    const undone = await undoing.mutateAsync({ importId })
    setPhase({ name: 'undone', fileName, undone })
    // What was wrong about it would be as wrong with the next file.
    setIsChecked(true)
    refreshVisits()
  }

  const reset = () => {
    source.current = null
    setSaid({})
    setPhase({ name: 'choosing' })
  }

  return {
    phase,
    isBusy,
    said,
    say: (more: SaidReading) => setSaid({ ...said, ...more }),
    start,
    chooseSheet,
    undo,
    readAgain: (wanted: WantedReading) => void readAgain(wanted),
    check: (choices: ImportChoices) => void send('plan', choices),
    run: (choices: ImportChoices) => void send('run', choices),
    refuse: (reason: string) => setPhase({ name: 'failed', reason, retry: null }),
    isChecked,
    setIsChecked,
    reset,
    /** Also forgets that something was to be seen first. */
    end: () => {
      reset()
      setIsChecked(false)
    },
  }
}

export type Importing = ReturnType<typeof useImport>
