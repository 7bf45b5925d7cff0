import { useEffect, useRef, useState } from 'react'
import { ImportModal } from './ImportModal.tsx'
import { takeDrop } from './take-drop.ts'
import { useImport } from './use-import.ts'

export type DroppedImportProps = {
  files: readonly File[]
  /** Its dialog has closed. */
  onGone: () => void
}

/** Imports what was dropped on the page. */
export function DroppedImport({ files, onGone }: DroppedImportProps) {
  const importing = useImport()
  const [isOpen, setIsOpen] = useState(false)
  const taken = useRef<readonly File[] | null>(null)
  useEffect(() => {
    if (taken.current === files) return
    taken.current = files
    setIsOpen(true)
    takeDrop({
      files,
      rejections: [],
      onChoose: (file) => void importing.start(file),
      onRefuse: importing.refuse,
    })
  }, [files, importing])
  return (
    <ImportModal
      opened={isOpen}
      onClose={() => setIsOpen(false)}
      onGone={onGone}
      importing={importing}
    />
  )
}
