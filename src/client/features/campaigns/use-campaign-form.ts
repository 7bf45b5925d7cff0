import { notifications } from '@mantine/notifications'
import { useRef, useState } from 'react'
import type { Campaign } from '../../../server/domain/campaign.schema.ts'
import type { ScheduleConfig } from '../../../server/domain/schedule-config.schema.ts'
import { failureCode } from '../../components/failure-reason.ts'
import { t } from '../../i18n/t.ts'
import { campaignScheduleIssues } from '../../lib/campaign-schedule-issues.ts'
import { trpc } from '../../lib/trpc.ts'
import {
  type CampaignDraft,
  draftOf,
  draftProblems,
  emptyDraft,
  endsAtOf,
  isSameDraft,
  rebaseDraft,
  startsAtOf,
} from './campaign-draft.ts'
import { useKeepCampaign } from './use-keep-campaign.ts'

type FormInput = {
  /** Null for a new one. */
  campaign: Campaign | null
  organization: ScheduleConfig
  timeZone: string
  onCreated: (campaign: Campaign) => void
}

/** The draft of a campaign, held against the saved one it began with. */
export function useCampaignForm({ campaign, organization, timeZone, onCreated }: FormInput) {
  const utils = trpc.useUtils()
  const keep = useKeepCampaign()
  const first = campaign === null ? emptyDraft : draftOf(campaign, timeZone)
  const [base, setBase] = useState({ draft: first, version: campaign?.scheduleVersion ?? 0 })
  const [draft, setDraft] = useState(first)
  const [wasRefused, setWasRefused] = useState(false)
  const [isConflicted, setIsConflicted] = useState(false)
  const sent = useRef(first)
  const version = campaign?.scheduleVersion ?? 0
  const isDirty = !isSameDraft(draft, base.draft)
  const isBehind = version > base.version || !isSameDraft(first, base.draft)
  // What somebody else saved, or what was saved here, is taken over while nothing is edited; after
  // a conflict mine goes on top of it.
  if (isBehind && (!isDirty || isConflicted)) {
    setBase({ draft: first, version })
    setDraft(rebaseDraft(draft, base.draft, first))
    setIsConflicted(false)
  }

  const say = (message: string) =>
    notifications.show({ color: 'tide', position: 'top-right', message })
  const create = trpc.campaigns.create.useMutation({
    onSuccess(made) {
      keep(made)
      setBase({ draft: sent.current, version: made.scheduleVersion })
      say(t('“{name}” is there. Add its visits now.', { name: made.name }))
      onCreated(made)
    },
  })
  const update = trpc.campaigns.update.useMutation({
    onSuccess(saved) {
      const mine = draftOf(saved, timeZone)
      setBase({ draft: mine, version: saved.scheduleVersion })
      // What was typed while it was being saved is the next change.
      setDraft((current) => rebaseDraft(current, sent.current, mine))
      keep(saved)
      say(t('Campaign saved. It holds from now on.'))
    },
    onError(error, { expectedScheduleVersion }) {
      if (failureCode(error) !== 'CONFLICT') return
      // Else it is the name that is taken.
      setIsConflicted(expectedScheduleVersion !== undefined)
      void utils.campaigns.byId.invalidate()
    },
  })

  const problems = draftProblems(draft)
  const scheduleIssues = campaignScheduleIssues(organization, draft.schedule)
  const saving = campaign === null ? create : update
  const save = () => {
    const isRefused = Object.keys(problems).length > 0 || scheduleIssues.length > 0
    setWasRefused(isRefused)
    if (isRefused) return
    sent.current = draft
    const { name, schedule, firstDay, lastDay } = draft
    const startsAt = startsAtOf(draft, timeZone)
    const endsAt = endsAtOf(draft, timeZone)
    if (campaign === null) return create.mutate({ name, schedule, startsAt, endsAt })
    // What was not touched is not sent: a date set by a program need not be a midnight.
    update.mutate({
      id: campaign.id,
      ...(name !== base.draft.name && { name }),
      ...(firstDay !== base.draft.firstDay && { startsAt }),
      ...(lastDay !== base.draft.lastDay && { endsAt }),
      ...(JSON.stringify(schedule) !== JSON.stringify(base.draft.schedule) && {
        schedule,
        expectedScheduleVersion: base.version,
      }),
    })
  }

  return {
    draft,
    isDirty,
    save,
    change: (patch: Partial<CampaignDraft>) => setDraft((current) => ({ ...current, ...patch })),
    discard: () => {
      setBase({ draft: first, version })
      setDraft(first)
      setWasRefused(false)
      saving.reset()
    },
    isSaving: saving.isPending,
    error: saving.error,
    problems: wasRefused ? problems : {},
    problemCount: wasRefused ? Object.keys(problems).length + scheduleIssues.length : 0,
  }
}
