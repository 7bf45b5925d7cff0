import { Anchor, Divider, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconDoorExit, IconKey } from '@tabler/icons-react'
import { getRouteApi, Link } from '@tanstack/react-router'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { failureReason } from '../../components/failure-reason.ts'
import { ToneNotice } from '../../components/ToneNotice.tsx'
import { T } from '../../i18n/T.tsx'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { usePageTitle } from '../../lib/use-page-title.ts'
import { DemoEntrances } from './DemoEntrances.tsx'
import classes from './DoorFrame.module.css'
import { SignInForm } from './SignInForm.tsx'

const route = getRouteApi('/door/sign-in')

export function SignInPage() {
  usePageTitle(t('Sign in'))
  const { to, ended } = route.useSearch()
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
  if (status.isPending) return <Skeleton h={320} radius="lg" />
  const { demoRoles, needsSetUp, isSignUpOpen } = status.data
  return (
    <>
      {ended && (
        <ToneNotice role="status" tone="calm" icon={IconDoorExit} title={t('You were signed out')}>
          <Text size="sm">{t('Sign in again, and you come back to where you were.')}</Text>
        </ToneNotice>
      )}
      {demoRoles.length > 0 && <DemoEntrances roles={demoRoles} to={to} />}
      {needsSetUp && (
        <ToneNotice
          role="status"
          tone="middling"
          icon={IconKey}
          title={t('Nobody has an account yet')}
        >
          <Text size="sm">
            {t(
              'Open the link that the server printed when it started: it creates the first organization.',
            )}
          </Text>
        </ToneNotice>
      )}
      {demoRoles.length > 0 && <Divider label={t('or with an account')} />}
      <section className={classes.card} aria-labelledby="sign-in">
        <Stack gap="md">
          <Title order={demoRoles.length > 0 ? 2 : 1} id="sign-in">
            {t('Sign in')}
          </Title>
          <SignInForm to={to} isFirst={demoRoles.length === 0} />
        </Stack>
      </section>
      {!needsSetUp && (
        <Text size="sm" ta="center" c="dimmed">
          {t('Forgot your password? Whoever runs the server can give you a new one.')}
        </Text>
      )}
      {isSignUpOpen && (
        <Text size="sm" ta="center">
          <T
            text="New here? {foundIt}"
            foundIt={
              <Anchor renderRoot={(props) => <Link {...props} to="/set-up" />}>
                {t('Create your organization')}
              </Anchor>
            }
          />
        </Text>
      )}
    </>
  )
}
