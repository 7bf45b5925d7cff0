import { Button, type ButtonProps } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { failureReason } from '../../components/failure-reason.ts'
import { t } from '../../i18n/t.ts'

type UndoButtonProps = {
  past: { importId: string; fileName: string }
  onUndo: (past: { importId: string; fileName: string }) => Promise<void>
  size?: ButtonProps['size']
  label: string
}

export function UndoButton({ past, onUndo, size, label }: UndoButtonProps) {
  const [isOpen, { open, close }] = useDisclosure(false)
  const [isPending, setIsPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const undo = async () => {
    setIsPending(true)
    setProblem(null)
    try {
      await onUndo(past)
    } catch (error) {
      setProblem(failureReason(error))
      setIsPending(false)
    }
  }
  return (
    <>
      <Button
        variant="default"
        size={size}
        style={{ flexShrink: 0 }}
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        onClick={open}
        aria-label={
          size === undefined ? undefined : t('Undo the import of {file}', { file: past.fileName })
        }
      >
        {label}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        title={t('Undo this import?')}
        confirmLabel={t('Undo the import')}
        isPending={isPending}
        problem={problem}
        onConfirm={() => void undo()}
        onClose={close}
      >
        {t(
          'The visits that “{file}” brought are removed with their calls, and those that it changed get their old words. What has been placed or worked on since stays.',
          { file: past.fileName },
        )}
      </ConfirmDialog>
    </>
  )
}
