import { Modal, type ModalProps } from '@mantine/core'
import { useIsOnTop } from './use-is-on-top.ts'

/** A modal that keeps open at an Escape that closes what lies over it. */
export function Dialog({ closeOnEscape = true, ...props }: ModalProps) {
  const isOnTop = useIsOnTop(props.opened)
  return <Modal {...props} closeOnEscape={closeOnEscape && isOnTop} />
}
