export type ImportDialogProps = {
  opened: boolean
  onClose: () => void
  /** A file that was dropped: its import starts as the dialog opens. */
  file?: File | null
}

export function ImportDialog(_props: ImportDialogProps) {
  return null
}
