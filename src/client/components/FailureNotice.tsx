import { Button, EmptyState } from '@mantine/core'
import { IconPlugConnectedX, IconRefresh } from '@tabler/icons-react'
import { t } from '../i18n/t.ts'

export type FailureNoticeProps = {
  title: string
  /** What the server said, fit for a person. */
  message: string
  onRetry: () => void
  isRetrying?: boolean
}

export function FailureNotice({ title, message, onRetry, isRetrying }: FailureNoticeProps) {
  return (
    <EmptyState
      role="alert"
      p="xl"
      icon={<IconPlugConnectedX aria-hidden />}
      title={title}
      description={message}
    >
      <EmptyState.Actions>
        <Button
          variant="light"
          leftSection={<IconRefresh size={16} aria-hidden />}
          loading={isRetrying}
          onClick={onRetry}
        >
          {t('Try again')}
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}
