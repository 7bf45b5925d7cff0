import { describe, expect, it } from 'vitest'
import type { Analysis } from '../../../src/server/analysis/port.ts'
import type { TranscriptSegment } from '../../../src/server/domain/call.schema.ts'
import { findSaid } from '../../../src/server/domain/evidence.ts'
import { analyzeConversation } from '../../../src/server/services/analyze-conversation.ts'
import { silentLog } from '../../support/silent-log.ts'

const segments: TranscriptSegment[] = [
  { speaker: 'agent', text: 'How likely are you to recommend us?', startMs: 0, endMs: 900 },
  { speaker: 'customer', text: 'Nine. The team was kind.', startMs: 1000, endMs: 2500 },
]
const answered = {
  language: 'en',
  segments,
  npsScore: 9,
  wantsCallBack: true,
  recording: null,
}
const kind = { segmentIndex: 1, quote: 'The team was kind' }

const readAs = (analyze: Analysis['analyze']) =>
  analyzeConversation(
    { analysis: { name: 'A reader of tests', analyze }, log: silentLog },
    answered,
  )

describe('analyzeConversation', () => {
  it('links score, praise, complaints and summary to their words', async () => {
    const feedback = await readAs(async () => ({
      by: 'rules',
      isUncertain: false,
      note: null,
      callReason: null,
      feedbackSummary: 'Praised the team.',
      summaryEvidence: [kind],
      overallFeedback: 'The team was kind.',
      positiveMentions: [{ text: 'Friendly team', evidence: kind }],
      areasToImprove: [{ text: 'Long wait', evidence: null }],
      tags: ['friendly team', 'waiting time'],
    }))
    expect(feedback).toMatchObject({
      npsScore: 9,
      rating: null,
      feedbackSummary: 'Praised the team.',
      positiveMentions: ['Friendly team'],
      areasToImprove: ['Long wait'],
      tags: ['friendly team', 'waiting time', 'callback'],
      transcript: { language: 'en', segments },
      analysis: { by: 'rules', isUncertain: false, note: null },
    })
    expect(feedback.evidence).toEqual([
      { about: 'score', mention: null, segmentIndex: 1, quote: 'Nine' },
      { about: 'praise', mention: 'Friendly team', ...kind },
      { about: 'summary', mention: null, ...kind },
    ])
  })

  it('finds words with signs that mean something to a pattern', async () => {
    const text =
      'The follow-up (by e-mail) cost $5 - why? [None] {x} a|b ^ 1/2 \\d+ #1, it took 2~3 & "so".'
    const said: TranscriptSegment[] = [{ speaker: 'customer', text, startMs: 0, endMs: 900 }]
    expect(findSaid(said, { segmentIndex: 0, quote: 'follow-up' })?.quote).toBe('follow-up')
    expect(findSaid(said, { segmentIndex: 0, quote: text })?.quote).toBe(text)
    expect(findSaid(said, { segmentIndex: 0, quote: 'follow.up' })).toBeNull()
  })

  it('links nothing to words that the customer did not say', async () => {
    const invented = { segmentIndex: 1, quote: 'the best garage in town' }
    const ofAgent = { segmentIndex: 0, quote: 'recommend us' }
    const feedback = await readAs(async () => ({
      by: 'rules',
      isUncertain: false,
      note: null,
      callReason: null,
      overallFeedback: null,
      feedbackSummary: 'Loved it.',
      summaryEvidence: [invented],
      tags: [],
      positiveMentions: [{ text: 'Everything', evidence: ofAgent }],
      areasToImprove: [{ text: 'Nothing', evidence: { segmentIndex: 7, quote: 'kind' } }],
    }))
    expect(feedback.evidence.map(({ about }) => about)).toEqual(['score'])
  })

  it('keeps score and transcript, and says so, where the words cannot be read', async () => {
    const feedback = await readAs(() => Promise.reject(new Error('out of order')))
    expect(feedback).toMatchObject({
      npsScore: 9,
      tags: ['callback'],
      transcript: { segments },
      evidence: [{ about: 'score', quote: 'Nine' }],
      analysis: { isUncertain: true, note: expect.stringContaining('could not be read') },
    })
  })

  it('has nothing to read where nothing was said', async () => {
    const never: Analysis = { name: 'unasked', analyze: () => Promise.reject(new Error('asked')) }
    const feedback = await analyzeConversation(
      { analysis: never, log: silentLog },
      { ...answered, segments: [] },
    )
    expect(feedback).toMatchObject({ npsScore: 9, transcript: null, analysis: null, evidence: [] })
  })
})
