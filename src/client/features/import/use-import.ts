import { useRef, useState } from 'react'
import type {
  ImportChoices,
  ImportFileInput,
  ImportPlan,
  ImportRun,
  ImportUndone,
} from '../../../server/domain/import-file.schema.ts'
import { failureCode, failureReason } from '../../components/failure-reason.ts'
import { trpc } from '../../lib/trpc.ts'
import type { Sheet } from './read-spreadsheet.ts'
import { readVisitsFile } from './read-visits-file.ts'

export type ImportPhase =
  | { name: 'choosing' }
  | { name: 'sheets'; fileName: string; sheets: readonly Sheet[]; isChecked: boolean }
  | { name: 'plan'; plan: ImportPlan }
  | { name: 'checking' | 'importing'; fileName: string }
  | { name: 'done'; run: ImportRun }
  | { name: 'undone'; fileName: string; undone: ImportUndone }
  /** `file` can be tried again; null where it was refused for what it is. */
  | { name: 'failed'; reason: string; file: File | null }

/** One import at a time: a file is read here, sent, and answered with a plan or a report. */
export function useImport() {
  const utils = trpc.useUtils()
  const [phase, setPhase] = useState<ImportPhase>({ name: 'choosing' })
  const source = useRef<{ file: File | null; fileName: string; content: string } | null>(null)
  const sending = trpc.serviceRecords.importFile.useMutation()
  const undoing = trpc.serviceRecords.undoImport.useMutation()
  const isBusy = phase.name === 'importing' || phase.name === 'checking'

  const fail = (error: unknown, file: File | null) => {
    // What the server refused it would refuse again.
    const isRefused = failureCode(error) === 'BAD_REQUEST'
    setPhase({ name: 'failed', reason: failureReason(error), file: isRefused ? null : file })
  }
  const refreshVisits = () => {
    // The calls arrive by themselves; what is derived from visits does not.
    void utils.serviceRecords.list.invalidate()
    void utils.serviceRecords.imports.invalidate()
    void utils.calls.facets.invalidate()
  }

  const send = async (mode: ImportFileInput['mode'], choices?: ImportChoices) => {
    const from = source.current
    if (from === null) return
    const { fileName, content } = from
    setPhase({ name: mode === 'plan' ? 'checking' : 'importing', fileName })
    try {
      const result = await sending.mutateAsync({ fileName, content, mode, choices })
      if (result.kind === 'plan') return setPhase({ name: 'plan', plan: result.plan })
      setPhase({ name: 'done', run: result.run })
      refreshVisits()
    } catch (error) {
      fail(error, from.file)
    }
  }

  /** `isChecked`: nothing is imported before a person has seen what would happen. */
  const start = async (file: File, { isChecked = false } = {}) => {
    if (isBusy) return
    setPhase({ name: isChecked ? 'checking' : 'importing', fileName: file.name })
    try {
      const read = await readVisitsFile(file)
      if (!read.ok) return setPhase({ name: 'failed', reason: read.reason, file: null })
      if ('sheets' in read) {
        return setPhase({ name: 'sheets', fileName: file.name, sheets: read.sheets, isChecked })
      }
      source.current = { file, fileName: file.name, content: read.content }
      await send(isChecked ? 'plan' : 'auto')
    } catch (error) {
      fail(error, file)
    }
  }

  const chooseSheet = ({ content }: Sheet) => {
    if (phase.name !== 'sheets') return
    source.current = { file: null, fileName: phase.fileName, content }
    void send(phase.isChecked ? 'plan' : 'auto')
  }

  const undo = async ({ importId, fileName }: { importId: string; fileName: string }) => {
    const undone = await undoing.mutateAsync({ importId })
    setPhase({ name: 'undone', fileName, undone })
    refreshVisits()
  }

  return {
    phase,
    isBusy,
    start,
    chooseSheet,
    undo,
    check: (choices: ImportChoices) => void send('plan', choices),
    run: (choices: ImportChoices) => void send('run', choices),
    refuse: (reason: string) => setPhase({ name: 'failed', reason, file: null }),
    reset: () => {
      source.current = null
      setPhase({ name: 'choosing' })
    },
  }
}

export type Importing = ReturnType<typeof useImport>
