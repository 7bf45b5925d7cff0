/** A visit that an import brought or changed, as it stands now. */
export type ImportedVisitNow = {
  id: string
  externalId: string
  /** False where the import only changed it. */
  isNew: boolean
  /** Something other than the import changed it since. */
  isChangedSince: boolean
  /** Before the import it was known as still to be completed. Of visits that were changed. */
  wasOpen: boolean
}

/** A call about such a visit, or about one that the call covers. */
export type CallNow = {
  id: string
  serviceRecordId: string
  /** The import made it. */
  isImported: boolean
  /** It waits for its first attempt, and nobody has worked on it. */
  isUntouched: boolean
  /** Other visits that it asks about too. */
  coveredVisitIds: readonly string[]
}

export type UndoDecision = {
  removedVisitIds: string[]
  restoredVisitIds: string[]
  removedCallIds: string[]
  stayed: { externalId: string; reason: string }[]
}

const REASONS = {
  changed: 'It was changed since.',
  worked: 'Its call was placed or worked on.',
  otherCall: 'It has a call that the import did not make.',
  shared: 'Its call also asks about a visit that stays.',
  asked: 'It was asked about in the call of another visit.',
  moved: 'It was taken into a call, or got one of its own, when it changed.',
}

/**
 * What of an import can be taken back: new visits that nothing has happened to go with their calls,
 * changed ones get their old words. All else stays, with its reason.
 */
export function decideUndo(
  visits: readonly ImportedVisitNow[],
  calls: readonly CallNow[],
): UndoDecision {
  const ownCalls = new Map<string, CallNow[]>()
  const coveringCalls = new Map<string, CallNow[]>()
  for (const call of calls) {
    ownCalls.set(call.serviceRecordId, [...(ownCalls.get(call.serviceRecordId) ?? []), call])
    for (const id of call.coveredVisitIds) {
      coveringCalls.set(id, [...(coveringCalls.get(id) ?? []), call])
    }
  }
  const reasons = new Map<string, string>()
  for (const visit of visits) {
    const own = ownCalls.get(visit.id) ?? []
    const reason = reasonToStay(visit, own, coveringCalls.get(visit.id) ?? [])
    if (reason !== null) reasons.set(visit.id, reason)
  }
  const visitsById = new Map(visits.map((visit) => [visit.id, visit]))
  const goes = (id: string) => visitsById.get(id)?.isNew === true && !reasons.has(id)
  // Each visit that stays may hold the call of another one: such a call must neither go nor follow
  // its visit back to an earlier number.
  for (let isSettled = false; !isSettled; ) {
    isSettled = true
    for (const visit of visits) {
      if (reasons.has(visit.id)) continue
      const own = ownCalls.get(visit.id) ?? []
      if (own.every(({ coveredVisitIds }) => coveredVisitIds.every(goes))) continue
      reasons.set(visit.id, REASONS.shared)
      isSettled = false
    }
  }
  const taken = visits.filter(({ id }) => !reasons.has(id))
  return {
    removedVisitIds: taken.filter(({ isNew }) => isNew).map(({ id }) => id),
    restoredVisitIds: taken.filter(({ isNew }) => !isNew).map(({ id }) => id),
    removedCallIds: taken.flatMap(({ id }) =>
      (ownCalls.get(id) ?? []).filter(({ isImported }) => isImported).map((call) => call.id),
    ),
    stayed: visits.flatMap(({ id, externalId }) => {
      const reason = reasons.get(id)
      return reason === undefined ? [] : [{ externalId, reason }]
    }),
  }
}

function reasonToStay(
  { isNew, isChangedSince, wasOpen }: ImportedVisitNow,
  own: readonly CallNow[],
  covering: readonly CallNow[],
): string | null {
  // Also of a call that was there before: it was placed with the words that the import gave it.
  if (own.some((call) => !call.isUntouched)) return REASONS.worked
  const imported = own.filter((call) => call.isImported)
  if (isChangedSince) return REASONS.changed
  if (isNew) {
    if (imported.length < own.length) return REASONS.otherCall
    return covering.every((call) => call.isUntouched) ? null : REASONS.asked
  }
  // A visit that moved from one call to another cannot be moved back without guessing.
  return (imported.length > 0 && !wasOpen) || covering.length > 0 ? REASONS.moved : null
}
