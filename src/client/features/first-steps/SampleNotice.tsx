import { Button, CloseButton } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { useState } from 'react'
import { T } from '../../i18n/T.tsx'
import { plural, t } from '../../i18n/t.ts'
import { createPart, usePart } from '../../lib/part.ts'
import { trpc } from '../../lib/trpc.ts'
import { QuietNotice } from './QuietNotice.tsx'

const HIDDEN_KEY = 'ringback.sample-notice-hidden'
const SELDOM_MS = 5 * 60_000

export const removePart = createPart(async () => (await import('./RemoveSample.tsx')).RemoveSample)

/** Says that what one sees is invented, for as long as it is there, with the way to be rid of it. */
export function SampleNotice() {
  const { data } = trpc.sampleData.state.useQuery(undefined, { staleTime: SELDOM_MS })
  const [isHidden, setIsHidden] = useState(() => localStorage.getItem(HIDDEN_KEY) !== null)
  const [isAsking, setIsAsking] = useState(false)
  const Remove = usePart(removePart, isAsking)
  const hide = () => {
    localStorage.setItem(HIDDEN_KEY, 'yes')
    setIsHidden(true)
  }
  if (!data?.visits || isHidden) return null
  return (
    <>
      <QuietNotice
        icon={IconFlask}
        label={t('Sample data')}
        words={
          <T
            text={
              data.hasOwnVisits ? '{visits} are samples, beside your own.' : '{visits} are samples.'
            }
            visits={plural(data.visits, '{n} visit here', '{n} visits here')}
          />
        }
      >
        <Button size="compact-sm" variant="default" onClick={() => setIsAsking(true)}>
          {t('Remove sample data')}
        </Button>
        <CloseButton aria-label={t('Hide this; the settings keep it')} size="sm" onClick={hide} />
      </QuietNotice>
      {Remove && <Remove isOpen={isAsking} onClose={() => setIsAsking(false)} sample={data} />}
    </>
  )
}
