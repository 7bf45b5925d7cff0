import { Temporal } from 'temporal-polyfill'
import type { DbTransaction } from '../db/client.ts'
import { lockClaims } from '../db/due-calls.ts'
import { isUniqueViolation } from '../db/failures.ts'
import { inOrganization, rehearseInOrganization } from '../db/in-organization.ts'
import { toDate, toInstant } from '../db/instants.ts'
import { countCallsToKeep } from '../db/move-calls.ts'
import { readCampaigns } from '../db/read-campaigns.ts'
import { oweReplan } from '../db/schedule-config-row.ts'
import type { Deps } from '../deps.ts'
import { type Actor, userIdOf } from '../domain/actor.ts'
import { changedFields } from '../domain/audit.ts'
import { nextOpening } from '../domain/calling-window.ts'
import type { Campaign, CampaignCreate, CampaignUpdate } from '../domain/campaign.schema.ts'
import { type CampaignSchedule, findCampaignScheduleProblems } from '../domain/campaign-schedule.ts'
import { DomainError, fieldError } from '../domain/errors.ts'
import { KEPT_AT_ONCE, keepCalls, keepCallsInPages } from './keep-calls.ts'
import { loadScheduleConfig, loadScheduleConfigs } from './load-schedule-config.ts'
import type { QuestionDeps } from './read-calling-questions.ts'
import { recordAudit } from './record-audit.ts'
import { beginReplan } from './replan-calls.ts'

type SaveDeps = Pick<Deps, 'db' | 'clock' | 'feed' | 'log'> & QuestionDeps
type Saver = { organizationId: string; actor: Actor }

/** Makes a campaign without visits; throws `conflict` for a name that is taken. */
export async function createCampaign(
  deps: SaveDeps,
  { organizationId, actor, ...input }: Saver & CampaignCreate,
): Promise<Campaign> {
  const now = deps.clock.now()
  checkDates(input)
  return withFreeName(() =>
    inOrganization(deps.db, organizationId, async (tx) => {
      const { id } = await tx.campaign.create({
        data: {
          organizationId,
          name: input.name,
          createdAt: toDate(now),
          startsAt: dateOf(input.startsAt),
          endsAt: dateOf(input.endsAt),
        },
        select: { id: true },
      })
      if (Object.keys(input.schedule).length > 0) {
        await saveSchedule(tx, { organizationId, actor, id, schedule: input.schedule, now })
      }
      const campaign = await readOne(tx, { organizationId, id, now })
      await recordAudit(tx, {
        organizationId,
        actor,
        action: 'campaign.created',
        now,
        subjectType: 'campaign',
        subjectId: id,
        after: wordsOf(campaign),
      })
      return campaign
    }),
  )
}

type Change = Saver & CampaignUpdate & { isPaused?: boolean }

/**
 * Changes a campaign and plans its waiting calls anew; throws `not_found`, and `conflict` where its
 * schedule is newer than the editor saw.
 */
export async function updateCampaign(deps: SaveDeps, change: Change): Promise<Campaign> {
  const now = deps.clock.now()
  const { organizationId, id } = change
  await withFreeName(async () => {
    const keepUntil = change.startsAt === undefined ? null : await findLongKeep(deps, change, now)
    if (keepUntil !== null) await keepCallsInPages(deps, { organizationId, id, keepUntil, now })
    await inOrganization(deps.db, organizationId, async (tx) => {
      const rest = await saveChange(tx, change, now)
      if (rest !== null) await keepCalls(tx, { organizationId, id, keepUntil: rest, now })
    })
  })
  await beginReplan(deps, organizationId)
  return inOrganization(deps.db, organizationId, (tx) => readOne(tx, { organizationId, id, now }))
}

/** Answers until when its calls are to be kept, where that may be longer than they are. */
async function saveChange(
  tx: DbTransaction,
  change: Change,
  now: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const { organizationId, actor, id, ...input } = change
  // Its calls may be given more time after this; a pause waits for nobody.
  if (input.startsAt !== undefined) await lockClaims(tx, organizationId)
  const before = await lockCampaign(tx, { organizationId, id })
  const wordsBefore = wordsOf(await readOne(tx, { organizationId, id, now }))
  const { name, isPaused, schedule, expectedScheduleVersion } = input
  const startsAt = input.startsAt === undefined ? before.startsAt : dateOf(input.startsAt)
  const endsAt = input.endsAt === undefined ? before.endsAt : dateOf(input.endsAt)
  checkDates({ startsAt: isoOf(startsAt), endsAt: isoOf(endsAt) })
  await tx.campaign.update({
    where: { organizationId_id: { organizationId, id } },
    data: {
      startsAt,
      endsAt,
      isPaused: isPaused ?? before.isPaused,
      name: name ?? before.name,
    },
  })
  if (schedule !== undefined) {
    const expected = expectedScheduleVersion
    await saveSchedule(tx, { organizationId, actor, id, schedule, now, expected })
  }
  await oweReplan(tx, organizationId)
  const wordsAfter = wordsOf(await readOne(tx, { organizationId, id, now }))
  await recordAudit(tx, {
    organizationId,
    actor,
    action: 'campaign.changed',
    now,
    subjectType: 'campaign',
    subjectId: id,
    ...changedFields(wordsBefore, wordsAfter),
  })
  if (!isLater(startsAt, before.startsAt)) return null
  const { calendar, config } = await loadScheduleConfig(tx, { organizationId, campaignId: id })
  // As long after a start that was moved to later as if they had been put in for it.
  const opensAt = nextOpening(calendar, toInstant(startsAt)) ?? toInstant(startsAt)
  return opensAt.add({ hours: config.expireAfterHours })
}

/**
 * Until when calls are to be kept, where they are more than one transaction does in time; null
 * where they are not. What is refused is refused here, before anything is changed.
 */
function findLongKeep(
  { db }: Pick<Deps, 'db'>,
  change: Change,
  now: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const { organizationId, id: campaignId } = change
  return rehearseInOrganization(db, organizationId, async (tx) => {
    const keepUntil = await saveChange(tx, change, now)
    if (keepUntil === null) return null
    const count = await countCallsToKeep(tx, { organizationId, campaignId, keepUntil })
    return count > KEPT_AT_ONCE ? keepUntil : null
  })
}

/** Locks a campaign until the end of the transaction, or throws `not_found`. */
export async function lockCampaign(
  tx: DbTransaction,
  { organizationId, id }: { organizationId: string; id: string },
) {
  await tx.$executeRaw`
    select 1 from "Campaign" where "organizationId" = ${organizationId}::uuid and id = ${id}::uuid
    for update`
  const where = { organizationId_id: { organizationId, id } }
  const campaign = await tx.campaign.findUnique({ where })
  if (campaign === null) throw new DomainError('not_found', 'There is no campaign with this id.')
  return campaign
}

async function saveSchedule(
  tx: DbTransaction,
  input: Saver & {
    id: string
    schedule: CampaignSchedule
    now: Temporal.Instant
    expected?: number | undefined
  },
): Promise<void> {
  const { organizationId, actor, id: campaignId, schedule, now, expected } = input
  const { organization } = await loadScheduleConfigs(tx, organizationId)
  const problems = findCampaignScheduleProblems(organization.config, schedule)
  const [first] = problems
  if (first !== undefined) throw new DomainError('invalid_input', first.message, problems)
  const { _max } = await tx.scheduleConfig.aggregate({
    where: { organizationId, campaignId },
    _max: { version: true },
  })
  const newest = _max.version ?? 0
  if (expected !== undefined && expected !== newest) {
    throw new DomainError(
      'conflict',
      'Somebody changed the schedule of this campaign meanwhile. Look at it and try again.',
    )
  }
  await tx.scheduleConfig.create({
    data: {
      organizationId,
      campaignId,
      version: newest + 1,
      config: schedule,
      createdByUserId: userIdOf(actor),
      createdAt: toDate(now),
      replannedAt: null,
    },
  })
}

function checkDates({
  startsAt,
  endsAt,
}: {
  startsAt: string | null
  endsAt: string | null
}): void {
  if (startsAt === null || endsAt === null || Date.parse(startsAt) < Date.parse(endsAt)) return
  throw fieldError('invalid_input', 'endsAt', 'A campaign ends after it starts.')
}

async function withFreeName<Value>(save: () => Promise<Value>): Promise<Value> {
  try {
    return await save()
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw fieldError('conflict', 'name', 'There is a campaign of this name already.')
  }
}

async function readOne(
  session: DbTransaction,
  target: { organizationId: string; id: string; now: Temporal.Instant },
): Promise<Campaign> {
  const [campaign] = await readCampaigns(session, target)
  if (campaign === undefined)
    throw new DomainError('not_found', 'There is no campaign with this id.')
  return campaign
}

const wordsOf = ({ name, startsAt, endsAt, isPaused, schedule }: Campaign) => ({
  name,
  startsAt,
  endsAt,
  isPaused,
  schedule,
})

const isLater = (at: Date | null, before: Date | null): at is Date =>
  at !== null && (before === null || at > before)

const isoOf = (date: Date | null) => date?.toISOString() ?? null

const dateOf = (at: string | null) => (at === null ? null : toDate(Temporal.Instant.from(at)))
