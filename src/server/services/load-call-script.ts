import { type CallScriptRow, readNewestCallScripts } from '../db/call-script-row.ts'
import type { DbSession } from '../db/client.ts'
import { toInstant, toIso } from '../db/instants.ts'
import { callScriptSchema, DEFAULT_CALL_SCRIPT } from '../domain/call-script.schema.ts'
import type { CallScriptOwner, SavedCallScript } from '../domain/call-script-version.schema.ts'
import { DomainError } from '../domain/errors.ts'

/** What a call says: the campaign's script, else the organization's, else the built-in one. */
export async function loadCallScript(
  session: DbSession,
  input: CallScriptOwner & { organizationId: string },
): Promise<SavedCallScript> {
  const rows = await readNewestCallScripts(session, input)
  const written = (campaignId: string | null) => rows.find((row) => row.campaignId === campaignId)
  const own = written(input.campaignId)
  const ruling = [own, written(null)].find((row) => row !== undefined && row.script !== null)
  return { ...toSaved(ruling), version: own?.version ?? 0 }
}

/** As `loadCallScript`, for whoever names a campaign: throws `not_found` where there is none. */
export async function readCallScript(
  session: DbSession,
  input: CallScriptOwner & { organizationId: string },
): Promise<SavedCallScript> {
  const { organizationId, campaignId: id } = input
  if (id !== null && (await session.campaign.count({ where: { organizationId, id } })) === 0) {
    throw new DomainError('not_found', 'There is no campaign with this id.')
  }
  return loadCallScript(session, input)
}

const toSaved = (row: CallScriptRow | undefined): Omit<SavedCallScript, 'version'> =>
  row === undefined
    ? { script: DEFAULT_CALL_SCRIPT, source: 'built_in', savedAt: null }
    : {
        script: callScriptSchema.parse(row.script),
        source: row.campaignId === null ? 'organization' : 'campaign',
        savedAt: toIso(toInstant(row.createdAt)),
      }
