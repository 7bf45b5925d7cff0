import { useNavigate, useSearch } from '@tanstack/react-router'
import { ImportDialog } from '../features/import/ImportDialog.tsx'

/** The import dialog, open while the address says so, so that any page can link to it. */
export function ImportFromAddress() {
  const isOpen = useSearch({ strict: false, select: (address) => address.import === true })
  const navigate = useNavigate()
  const close = () =>
    void navigate({ to: '.', search: (address) => ({ ...address, import: undefined }) })
  return <ImportDialog opened={isOpen} onClose={close} />
}
