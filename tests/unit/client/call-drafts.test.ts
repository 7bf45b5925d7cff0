import { expect, it } from 'vitest'
import {
  afterFeedbackSaved,
  afterTagsAnswered,
  type CallDraft,
  createCallDrafts,
  nothingDrafted,
} from '../../../src/client/features/calls/detail/call-drafts.ts'
import { feedbackOf } from '../../../src/client/features/calls/detail/feedback-edit.ts'
import { sampleCall } from '../../support/sample-call.ts'

const robin = { person: 'garage robin', callId: 'a' }
const home = (call?: string) => ({ pathname: '/', search: call === undefined ? {} : { call } })
const signIn = (search: object) => ({ pathname: '/sign-in', search })

/** Robin has the call `a` open, and a tag half written. */
function whileWriting() {
  const drafts = createCallDrafts()
  drafts.arriveAt(home('a'))
  drafts.change(robin, (now) => ({ ...now, tagWords: 'call b' }))
  return { drafts, written: () => drafts.read(robin).tagWords }
}

it.each([
  ['another tab of the list', [{ pathname: '/', search: { call: 'a', tab: 'missed' } }], 'call b'],
  ['another call', [home('b')], ''],
  ['the list alone, and back', [home(), home('a')], ''],
  ['another page', [{ pathname: '/cases', search: {} }], ''],
  ['the door, by their wish', [signIn({}), home('a')], ''],
  ['the door, since the session ended', [signIn({ ended: true, to: '/?call=a' })], 'call b'],
  ['the door for that, and back', [signIn({ ended: true }), home('a')], 'call b'],
  ['the door for that, and elsewhere', [signIn({ ended: true }), home()], ''],
])('at %s', (_place, places, expected) => {
  const { drafts, written } = whileWriting()
  for (const place of places) drafts.arriveAt(place)
  expect(written()).toBe(expected)
})

it.each([
  ['person', { person: 'garage kim', callId: 'a' }],
  ['organization', { person: 'other robin', callId: 'a' }],
])('shows another %s nothing, and keeps it no longer', (_what, other) => {
  const { drafts, written } = whileWriting()
  expect(drafts.read(other)).toEqual(nothingDrafted)
  expect(written()).toBe('')
})

it('is not undone by what is answered late about a call that was left', () => {
  const { drafts, written } = whileWriting()
  drafts.change({ ...robin, callId: 'b' }, (now) => ({ ...now, note: null }))
  expect(written()).toBe('call b')
})

it('tells who listens, and is empty once all of it is saved', () => {
  const { drafts, written } = whileWriting()
  const heard: string[] = []
  drafts.subscribe(() => heard.push(written()))
  drafts.change(robin, (now) => ({ ...now, tagWords: '' }))
  expect(heard).toEqual([''])
  expect(drafts.read(robin)).toBe(nothingDrafted)
})

const detail = { transcript: null, attempts: [], customerZones: [], audioDurationMs: null }
const call = { ...sampleCall({ npsScore: 9, version: 1 }), ...detail }
const saved = sampleCall({ npsScore: 4, version: 2 })

it('gives up a correction that is saved, and one alone that is still as it was sent', () => {
  const sent = { words: { ...feedbackOf(call), npsScore: 4 }, begun: {}, base: call }
  const after = (feedback: CallDraft['feedback']) =>
    afterFeedbackSaved({ ...nothingDrafted, feedback }, sent, saved).feedback
  expect(after(sent)).toBeNull()
  expect(after(null)).toBeNull()
  const words = { ...sent.words, rating: 2 }
  expect(after({ ...sent, words })).toEqual({ words, begun: {}, base: { ...call, ...saved } })
  const begunAnew = { words: feedbackOf(call), begun: {}, base: { ...call } }
  expect(after(begunAnew)).toBe(begunAnew)
})

it('lets an answer about tags say nothing of later ones', () => {
  const sent = ['call back']
  const problem = { kind: 'failed' as const, reason: 'No network', isUnknown: false }
  const now = { ...nothingDrafted, tags: { wanted: sent, base: call, problem: null } }
  expect(afterTagsAnswered(now, sent, null).tags).toBeNull()
  expect(afterTagsAnswered(now, sent, problem).tags).toEqual({ wanted: sent, base: call, problem })
  expect(afterTagsAnswered(now, ['another'], null)).toBe(now)
  expect(afterTagsAnswered(nothingDrafted, sent, problem)).toBe(nothingDrafted)
})
