import { Button, Code, Text } from '@mantine/core'
import type { WebhookDelivery } from '../../../../server/domain/webhook.schema.ts'
import { Answered } from '../../../components/Answered.tsx'
import { Mark } from '../../../components/Mark.tsx'
import { ShowMore } from '../../../components/ShowMore.tsx'
import { t } from '../../../i18n/t.ts'
import { trpc } from '../../../lib/trpc.ts'
import { SettingsRow, SettingsRows } from '../SettingsRow.tsx'
import { sayFailed } from '../say.ts'
import { useOrganizationClock } from '../use-organization-clock.ts'
import classes from './DeliveryLog.module.css'
import { deliveryLook, deliveryWords, eventName } from './webhook-words.ts'

const PAGE = 20
const ASK_AGAIN_MS = 2000

/** What was sent to one endpoint, and what became of it; looked at, it follows. */
export function DeliveryLog({ endpointId, url }: { endpointId: string; url: string }) {
  const list = trpc.webhooks.deliveries.useInfiniteQuery(
    { endpointId, limit: PAGE },
    { getNextPageParam: (page) => page.nextCursor, refetchInterval: ASK_AGAIN_MS, staleTime: 0 },
  )
  return (
    <li className={classes.log}>
      <Answered query={list} name={t('The messages')}>
        {({ pages }) => {
          const deliveries = pages.flatMap((page) => page.deliveries)
          return deliveries.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('Nothing was sent there in the last 30 days.')}
            </Text>
          ) : (
            <SettingsRows label={t('Messages to {url}, the newest first', { url })}>
              {deliveries.map((delivery) => (
                <DeliveryRow key={delivery.id} delivery={delivery} />
              ))}
            </SettingsRows>
          )
        }}
      </Answered>
      <ShowMore list={list} isSmall />
    </li>
  )
}

function DeliveryRow({ delivery }: { delivery: WebhookDelivery }) {
  const { id, event, status, createdAt, answer } = delivery
  const { when } = useOrganizationClock()
  const utils = trpc.useUtils()
  const again = trpc.webhooks.sendAgain.useMutation({
    onError: sayFailed(t('It was not sent again')),
    onSettled: () => void utils.webhooks.deliveries.invalidate(),
  })
  return (
    <SettingsRow
      name={eventName(event)}
      mark={<Mark {...deliveryLook(delivery)} />}
      details={
        <>
          {when(createdAt)}. {deliveryWords(delivery, when)}
          {answer !== null && answer !== '' && (
            <Code block mt={4} className={classes.answer} tabIndex={0} aria-label={t('The answer')}>
              {answer}
            </Code>
          )}
        </>
      }
    >
      {status !== 'waiting' && (
        <Button
          size="xs"
          variant="default"
          loading={again.isPending}
          onClick={() => again.mutate({ id })}
        >
          {t('Send again')}
        </Button>
      )}
    </SettingsRow>
  )
}
