import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { failureReason } from '../components/failure-reason.ts'
import { t } from '../i18n/t.ts'
import classes from './AppFrame.module.css'

/** The server did not say who is there. */
export function OpeningFailed({ error }: Pick<ErrorComponentProps, 'error'>) {
  const router = useRouter()
  const [isRetrying, setIsRetrying] = useState(false)
  const retry = async () => {
    setIsRetrying(true)
    await router.invalidate()
    setIsRetrying(false)
  }
  return (
    <div className={classes.centered}>
      <FailureNotice
        title={t('Ringback could not be opened')}
        message={failureReason(error)}
        onRetry={() => void retry()}
        isRetrying={isRetrying}
      />
    </div>
  )
}
