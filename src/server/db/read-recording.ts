import type { DbSession } from './client.ts'

/** Where an organization's recording is stored, and of what type it is; null if it has none such. */
export function readRecording(
  session: DbSession,
  { organizationId, id }: { organizationId: string; id: string },
): Promise<{ storageKey: string; mediaType: string } | null> {
  return session.audioFile.findFirst({
    where: { organizationId, id },
    select: { storageKey: true, mediaType: true },
  })
}
