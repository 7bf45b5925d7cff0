import { Skeleton, Stack, Text, Title } from '@mantine/core'
import { useRouterState } from '@tanstack/react-router'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { failureReason } from '../../components/failure-reason.ts'
import { T } from '../../i18n/T.tsx'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { usePageTitle } from '../../lib/use-page-title.ts'
import classes from './DoorFrame.module.css'
import { SetUpForm } from './SetUpForm.tsx'
import { SignInLink } from './SignInLink.tsx'

/** Founds an organization: the first one with the token behind the hash, others where sign-up is open. */
export function SetUpPage() {
  usePageTitle(t('Create your organization'))
  const token = useRouterState({ select: ({ location }) => location.hash }) || undefined
  const status = trpc.account.status.useQuery()
  if (status.isError) {
    return (
      <FailureNotice
        title={t('Ringback could not be opened')}
        message={failureReason(status.error)}
        onRetry={() => void status.refetch()}
        isRetrying={status.isFetching}
      />
    )
  }
  if (status.isPending) return <Skeleton h={480} radius="lg" />
  const { needsSetUp, isSignUpOpen } = status.data
  const mayFound = isSignUpOpen || (needsSetUp && token !== undefined)
  return (
    <>
      <section className={classes.card} aria-labelledby="set-up">
        <Stack gap="md">
          <Title order={1} id="set-up">
            {t('Create your organization')}
          </Title>
          {mayFound ? (
            <>
              <Text size="sm" c="dimmed">
                {t('You become its owner, and invite the others afterwards.')}
              </Text>
              <SetUpForm setUpToken={token} />
            </>
          ) : (
            <Text>
              {needsSetUp
                ? t(
                    'Open the whole link that the server printed when it started, with what stands behind the #.',
                  )
                : t('Organizations are set up already. Ask for an invitation.')}
            </Text>
          )}
        </Stack>
      </section>
      <Text size="sm" ta="center">
        <T text="Have an account? {signIn}" signIn={<SignInLink />} />
      </Text>
    </>
  )
}
