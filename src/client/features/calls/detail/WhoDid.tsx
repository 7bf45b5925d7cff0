import { Text } from '@mantine/core'
import type { CallOrigin } from '../../../../server/domain/call-history.schema.ts'
import { T } from '../../../i18n/T.tsx'
import { t } from '../../../i18n/t.ts'

type WhoDidProps = { by: Pick<CallOrigin, 'actorKind' | 'actorName'>; deed: string }

/** A person or program, and what they did. */
export const WhoDid = ({ by, deed }: WhoDidProps) => (
  <>
    <T
      text="{who} {deed}"
      who={
        <Text span inherit fw={600}>
          {by.actorName}
        </Text>
      }
      deed={deed}
    />
    {by.actorKind === 'api_key' && ` ${t('(a program)')}`}
  </>
)
