import { Modal, type ModalProps } from '@mantine/core'
import { useIsOnTop } from './use-is-on-top.ts'
import { useOpenedOnceDrawn } from './use-opened-once-drawn.ts'

/**
 * A modal that keeps open at an Escape that closes what lies over it, and gives the focus back even
 * where it comes already open.
 */
export function Dialog({ opened, closeOnEscape = true, ...props }: ModalProps) {
  const isOpened = useOpenedOnceDrawn(opened)
  const isOnTop = useIsOnTop(isOpened)
  return (
    <Modal
      {...props}
      opened={isOpened}
      closeOnEscape={closeOnEscape && isOnTop}
      attributes={{ content: { 'data-leaving': !isOpened || undefined } }}
    />
  )
}
