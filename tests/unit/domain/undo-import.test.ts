import { describe, expect, it } from 'vitest'
import {
  type CallNow,
  decideUndo,
  type ImportedVisitNow,
} from '../../../src/server/domain/undo-import.ts'

const visit = (id: string, rest: Partial<ImportedVisitNow> = {}): ImportedVisitNow => ({
  id,
  externalId: `RO-${id}`,
  isNew: true,
  isChangedSince: false,
  wasOpen: false,
  ...rest,
})
const call = (serviceRecordId: string, rest: Partial<CallNow> = {}): CallNow => ({
  id: `call of ${serviceRecordId}`,
  serviceRecordId,
  coveredVisitIds: [],
  isImported: true,
  isUntouched: true,
  ...rest,
})
const changed = (rest: Partial<ImportedVisitNow> = {}) => visit('a', { isNew: false, ...rest })

describe('undoing an import', () => {
  it.each<[string, ImportedVisitNow[], CallNow[]]>([
    ['a new visit with its untouched call', [visit('a')], [call('a')]],
    ['one that is too old for a call', [visit('a')], []],
    [
      'one that joined a call which still waits',
      [visit('a')],
      [call('x', { isImported: false, coveredVisitIds: ['a'] })],
    ],
    ['two that share a call', [visit('a'), visit('b')], [call('a', { coveredVisitIds: ['b'] })]],
    ['the words of a changed visit', [changed()], [call('a', { isImported: false })]],
    ['one that was completed by the import', [changed({ wasOpen: true })], [call('a')]],
    [
      'the words of a changed visit whose call asks about one that goes too',
      [changed(), visit('b')],
      [call('a', { isImported: false, coveredVisitIds: ['b'] })],
    ],
  ])('takes back %s', (_, visits, calls) => {
    const { stayed, removedVisitIds, restoredVisitIds, removedCallIds } = decideUndo(visits, calls)
    expect(stayed).toEqual([])
    expect([...removedVisitIds, ...restoredVisitIds].sort()).toEqual(visits.map(({ id }) => id))
    expect(removedCallIds).toEqual(calls.filter((one) => one.isImported).map(({ id }) => id))
  })

  it.each<[string, ImportedVisitNow[], CallNow[], RegExp]>([
    [
      'whose call was worked on',
      [visit('a')],
      [call('a', { isUntouched: false })],
      /placed or worked on/,
    ],
    [
      'that was changed since',
      [visit('a', { isChangedSince: true })],
      [call('a')],
      /changed since/,
    ],
    ['with a later call', [visit('a')], [call('a', { isImported: false })], /did not make/],
    [
      'that was asked about already',
      [visit('a')],
      [call('x', { isImported: false, isUntouched: false, coveredVisitIds: ['a'] })],
      /call of another visit/,
    ],
    [
      'whose call asks about a later visit too',
      [visit('a')],
      [call('a', { coveredVisitIds: ['later'] })],
      /a visit that stays/,
    ],
    ['that moved to a call of its own', [changed()], [call('a')], /when it changed/],
    [
      'that was only changed, and its earlier call placed then',
      [changed()],
      [call('a', { isImported: false, isUntouched: false })],
      /placed or worked on/,
    ],
    [
      'that was only changed, and a later visit joined its earlier call',
      [changed()],
      [call('a', { isImported: false, coveredVisitIds: ['later'] })],
      /a visit that stays/,
    ],
  ])('leaves one %s', (_, visits, calls, reason) => {
    const { stayed, ...taken } = decideUndo(visits, calls)
    expect(stayed).toEqual([{ externalId: 'RO-a', reason: expect.stringMatching(reason) }])
    expect(Object.values(taken).flat()).toEqual([])
  })

  it('lets a visit that stays hold the call of another, and that one its own', () => {
    const visits = [visit('a'), visit('b'), visit('c', { isChangedSince: true })]
    const calls = [call('a', { coveredVisitIds: ['b'] }), call('b', { coveredVisitIds: ['c'] })]
    expect(decideUndo(visits, calls).stayed.map(({ externalId }) => externalId)).toEqual([
      ...['RO-a', 'RO-b', 'RO-c'],
    ])
  })
})
