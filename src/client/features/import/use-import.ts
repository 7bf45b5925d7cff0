import { useState } from 'react'
import type { ImportReport } from '../../../server/domain/import-report.schema.ts'
import { failureCode, failureReason } from '../../components/failure-reason.ts'
import { trpc } from '../../lib/trpc.ts'
import { readCsvFile } from './read-csv-file.ts'

export type ImportPhase =
  | { name: 'choosing' }
  | { name: 'importing'; fileName: string }
  | { name: 'done'; report: ImportReport }
  /** `file` can be tried again; null where it was refused for what it is. */
  | { name: 'failed'; reason: string; file: File | null }

/** One import at a time: a file is read here, sent, and answered with a report. */
export function useImport(onDone?: (report: ImportReport) => void) {
  const utils = trpc.useUtils()
  const [phase, setPhase] = useState<ImportPhase>({ name: 'choosing' })
  const sending = trpc.serviceRecords.import.useMutation()

  const start = async (file: File) => {
    if (phase.name === 'importing') return
    setPhase({ name: 'importing', fileName: file.name })
    try {
      const read = await readCsvFile(file)
      if (!read.ok) {
        setPhase({ name: 'failed', reason: read.reason, file: null })
        return
      }
      const report = await sending.mutateAsync({ fileName: file.name, content: read.content })
      setPhase({ name: 'done', report })
      onDone?.(report)
      // The calls arrive by themselves; what is derived from visits does not.
      void utils.serviceRecords.list.invalidate()
      void utils.calls.facets.invalidate()
    } catch (error) {
      // What the server refused it would refuse again.
      const isRefused = failureCode(error) === 'BAD_REQUEST'
      setPhase({ name: 'failed', reason: failureReason(error), file: isRefused ? null : file })
    }
  }

  return {
    phase,
    start,
    refuse: (reason: string) => setPhase({ name: 'failed', reason, file: null }),
    reset: () => setPhase({ name: 'choosing' }),
  }
}

export type Importing = ReturnType<typeof useImport>
