import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { t } from '../../i18n/t.ts'

/** To the door for those who have an account. */
export const SignInLink = () => (
  <Anchor renderRoot={(props) => <Link {...props} to="/sign-in" />}>{t('Sign in')}</Anchor>
)
