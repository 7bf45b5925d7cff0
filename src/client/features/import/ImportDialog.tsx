import { ImportModal } from './ImportModal.tsx'
import { useImport } from './use-import.ts'

export type ImportDialogProps = { opened: boolean; onClose: () => void }

/** Choose a CSV file of service visits, import it, and read what became of each row. */
export function ImportDialog({ opened, onClose }: ImportDialogProps) {
  const importing = useImport()
  return <ImportModal opened={opened} onClose={onClose} importing={importing} />
}
