import type { FileRejection } from 'react-dropzone'
import { t } from '../../i18n/t.ts'

type Drop = {
  files: readonly File[]
  rejections: readonly FileRejection[]
  onChoose: (file: File) => void
  onRefuse: (reason: string) => void
}

/** Several files at once are refused as a whole, so that nobody wonders which one was taken. */
export function takeDrop({ files, rejections, onChoose, onRefuse }: Drop): void {
  const [file] = files
  if (file && files.length === 1 && rejections.length === 0) onChoose(file)
  else if (files.length + rejections.length > 0) onRefuse(t('Please drop one file at a time.'))
}
