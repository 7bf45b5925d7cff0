import { Anchor, Button, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Case } from '../../../server/domain/case.schema.ts'
import { Mark } from '../../components/Mark.tsx'
import { NamedRow } from '../../components/NamedRows.tsx'
import { NpsBadge } from '../../components/NpsBadge.tsx'
import { PhoneNumber } from '../../components/PhoneNumber.tsx'
import { t } from '../../i18n/t.ts'
import { caseLook, caseTimes, ownerWords } from '../../lib/case-words.ts'
import { useRights } from '../../lib/rights.tsx'
import { useOrganizationPlace } from '../../lib/use-organization-place.ts'
import { DueMenu } from './DueMenu.tsx'
import { OwnerMenu } from './OwnerMenu.tsx'

type CaseRowProps = {
  case: Case
  userId: string | null
  /** Asks what was done for the customer. */
  onClose: () => void
}

export function CaseRow({ case: each, userId, onClose }: CaseRowProps) {
  const { fully } = useOrganizationPlace()
  const mayWork = useRights().has('calls.work')
  const isOpen = each.status === 'open'
  const about = [each.serviceType, each.serviceAdvisorName].filter(Boolean).join(' · ')
  return (
    <NamedRow
      isWordy
      words={
        <>
          <Group gap="xs">
            <Anchor
              fw={600}
              renderRoot={(props) => <Link {...props} to="/" search={{ call: each.callId }} />}
            >
              {each.customerName}
            </Anchor>
            {each.npsScore !== null && <NpsBadge score={each.npsScore} isShort />}
            <Mark {...caseLook(each)} />
          </Group>
          <Text size="sm">
            {isOpen ? `${ownerWords(each)}, ` : ''}
            {caseTimes(each, fully)}
          </Text>
          <Text size="sm" c="dimmed">
            {about} · <PhoneNumber value={each.phoneNumber} />
          </Text>
          {each.feedbackSummary && (
            <Text size="sm" mt={4}>
              {each.feedbackSummary}
            </Text>
          )}
          {each.resolution !== null && (
            <Text size="sm" mt={4} style={{ whiteSpace: 'pre-wrap' }}>
              <strong>{t('Done:')}</strong> {each.resolution}
            </Text>
          )}
        </>
      }
    >
      {isOpen && mayWork && (
        <>
          <OwnerMenu case={each} userId={userId} />
          <DueMenu case={each} />
          <Button
            size="xs"
            onClick={onClose}
            aria-label={t('Close the case of {name}', { name: each.customerName })}
          >
            {t('Close')}
          </Button>
        </>
      )}
    </NamedRow>
  )
}
