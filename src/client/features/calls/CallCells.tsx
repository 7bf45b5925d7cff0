import { useContext } from 'react'
import type { Call, VehicleInfo } from '../../../server/domain/call.schema.ts'
import { sampleTitle } from '../../components/SampleMark.tsx'
import { StatusBadge } from '../../components/StatusBadge.tsx'
import { outcomeWords } from '../../components/status-looks.ts'
import { plural, t } from '../../i18n/t.ts'
import { formatDuration } from '../../lib/format-time.ts'
import { SelectBox } from './bulk/SelectBox.tsx'
import classes from './CallCells.module.css'
import { foundIn } from './found-in.ts'
import { FoundBeside, Highlighted, HighlightedPhone, SearchedForContext } from './Highlighted.tsx'
import { OpenCallLink } from './OpenCallLink.tsx'
import { vehicleModel } from './vehicle-words.ts'

// Plain elements: of each cell there are as many as rows pass while one scrolls.
const NOTHING = '–'

export function CustomerCell({ call }: { call: Call }) {
  return (
    <div className={classes.customer}>
      <SelectBox call={call} />
      <div className={classes.names}>
        <OpenCallLink call={call} tabIndex={-1} />
        <div className={`${classes.note} ${classes.order}`}>
          <FoundBeside call={call}>
            {kindOf(call)}
            {!call.isDemo && (
              <span className={classes.orderNumber} title={call.externalId}>
                <Highlighted text={call.externalId} />
              </span>
            )}
          </FoundBeside>
        </div>
      </div>
    </div>
  )
}

function kindOf({ isSample, isDemo }: Call) {
  if (isDemo && !isSample) return t('Demo call')
  if (!isSample) return `${t('Order')} `
  return (
    <span className={classes.sample} title={sampleTitle}>
      {t('Sample')}{' '}
    </span>
  )
}

export function VehicleCell({ vehicle }: { vehicle: VehicleInfo }) {
  const model = vehicleModel(vehicle)
  return (
    <>
      <div className={`${classes.text} numeric`}>
        <Highlighted text={vehicle.vehicleNumber ?? NOTHING} />
      </div>
      {model && (
        <div className={classes.note} title={model}>
          {model}
        </div>
      )}
    </>
  )
}

export function PlainCell({ text }: { text: string | null }) {
  return (
    <div className={classes.twoLines} title={text ?? undefined}>
      <Highlighted text={text ?? NOTHING} />
    </div>
  )
}

export function PhoneCell({ phoneNumber }: { phoneNumber: string }) {
  return (
    <div className={`${classes.text} numeric`}>
      <HighlightedPhone value={phoneNumber} />
    </div>
  )
}

export function StatusCell({ call }: { call: Call }) {
  return (
    <>
      <StatusBadge status={call.status} />
      <div className={`${classes.note} ${classes.underMark}`}>{statusNote(call)}</div>
    </>
  )
}

function statusNote({ outcome, status, attemptCount, durationSec }: Call): string {
  if (status === 'completed' && outcome === 'answered' && durationSec !== null) {
    return t('Talked {time}', { time: formatDuration(durationSec) })
  }
  if (outcome !== null && outcome !== 'canceled') return outcomeWords[outcome]
  return attemptCount === 0 ? t('Not called yet') : attemptWords(attemptCount)
}

const attemptWords = (count: number) => plural(count, 'Tried once', 'Tried {n} times')

const SHOWN_TAGS = 2

export function TagsCell({ tags }: { tags: readonly string[] }) {
  const search = useContext(SearchedForContext)
  const isFound = (tag: string) => search !== null && foundIn(tag, search) !== null
  // Those that the search found come first, or the row would not say why it is here.
  const shown = [...tags].sort((a, b) => Number(isFound(b)) - Number(isFound(a)))
  const hidden = tags.length - SHOWN_TAGS
  return (
    <div className={classes.tags} title={tags.join(', ')}>
      {shown.slice(0, SHOWN_TAGS).map((tag) => (
        <span key={tag} className={classes.tag}>
          <Highlighted text={tag} />
        </span>
      ))}
      {hidden > 0 && <span className={classes.note}>+{hidden}</span>}
    </div>
  )
}
