import { Button, type ButtonProps, Text } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { failureReason } from '../../components/failure-reason.ts'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { useSampleChanged } from './use-sample-changed.ts'

/** Puts sample data in, to look around with. */
export function LoadSample(props: Pick<ButtonProps, 'variant' | 'size'>) {
  const changed = useSampleChanged()
  const load = trpc.sampleData.load.useMutation({ onSuccess: changed })
  return (
    <>
      <Button
        {...props}
        leftSection={<IconFlask size={18} aria-hidden />}
        loading={load.isPending}
        onClick={() => load.mutate()}
      >
        {t('Put sample data in')}
      </Button>
      {load.error && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert" w="100%">
          {t('Nothing was put in: {reason}', { reason: failureReason(load.error) })}
        </Text>
      )}
    </>
  )
}
