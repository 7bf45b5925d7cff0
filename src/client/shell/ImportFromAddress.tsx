import { useNavigate, useSearch } from '@tanstack/react-router'
import { createPart, usePart } from '../lib/part.ts'

const dialogPart = createPart(
  async () => (await import('../features/import/ImportDialog.tsx')).ImportDialog,
)

/** The import dialog, open while the address says so, so that any page can link to it. */
export function ImportFromAddress() {
  const isOpen = useSearch({ strict: false, select: (address) => address.import === true })
  const navigate = useNavigate()
  const close = () =>
    void navigate({ to: '.', search: (address) => ({ ...address, import: undefined }) })
  const Dialog = usePart(dialogPart, isOpen)
  return Dialog && <Dialog opened={isOpen} onClose={close} />
}
