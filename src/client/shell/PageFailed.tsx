import type { ErrorComponentProps } from '@tanstack/react-router'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { t } from '../i18n/t.ts'

/** A part of the page broke, or its code could not be fetched after an update of the server. */
export function PageFailed({ reset }: Pick<ErrorComponentProps, 'reset'>) {
  return (
    <FailureNotice
      title={t('This page could not be shown')}
      message={t('Nothing is lost. If trying again does not help, reload the page.')}
      onRetry={reset}
    />
  )
}
