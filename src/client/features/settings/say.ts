import { notifications } from '@mantine/notifications'
import { failureReason } from '../../components/failure-reason.ts'

export const sayDone = (message: string): void => {
  notifications.show({ color: 'teal', message })
}

/** What a mutation does when it fails at a place that has no room for a reason. */
export const sayFailed = (title: string) => (error: unknown) => {
  notifications.show({ color: 'red', title, message: failureReason(error), autoClose: 8000 })
}
