import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  type Conversation,
  mentionTexts,
} from '../../../src/server/telephony/simulator/conversation.ts'
import { conversations } from '../../../src/server/telephony/simulator/conversation-catalogue.ts'
import { feedbackOf } from '../../../src/server/telephony/simulator/conversation-feedback.ts'

const folder = join(import.meta.dirname, '../../../src/server/telephony/simulator/conversations')

const numberWords = {
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  es: ['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez'],
}

const starWords = { en: numberWords.en, es: ['', 'una', ...numberWords.es.slice(2)] }

/** What the customer says next after the agent's question that matches. */
function answerTo(conversation: Conversation, question: RegExp): string {
  const asked = conversation.segments.findIndex(
    ({ speaker, text }) => speaker === 'agent' && question.test(text),
  )
  return conversation.segments[asked + 1]?.text ?? ''
}

function firstWordAmong(words: readonly string[], text: string): number {
  const spoken = text.toLowerCase().split(/[^\p{L}]+/u)
  return words.indexOf(spoken.find((word) => words.includes(word)) ?? 'none said')
}

/** Plays MPEG-2 layer III frames by their headers: 576 samples each. */
function mp3DurationMs(bytes: Buffer): number {
  const kilobits = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
  const rates = [22_050, 24_000, 16_000]
  let durationMs = 0
  let offset = 0
  while (offset + 4 <= bytes.length) {
    const header = bytes.readUInt32BE(offset)
    if (header >>> 17 !== 0x7ff9) throw new Error(`No MPEG-2 layer III frame at byte ${offset}`)
    const bitRate = (kilobits[(header >>> 12) & 15] ?? 0) * 1000
    const sampleRate = rates[(header >>> 10) & 3]
    if (!bitRate || !sampleRate) throw new Error(`Unknown frame at byte ${offset}`)
    durationMs += (576 * 1000) / sampleRate
    offset += Math.floor((72 * bitRate) / sampleRate) + ((header >>> 9) & 1)
  }
  return durationMs
}

describe.each(conversations)('$id', (conversation) => {
  const { language, segments, durationMs } = conversation

  it('rests score, summary and every finding on words of the customer', () => {
    const { evidence } = feedbackOf(conversation)
    const about = (name: string) => evidence.filter((each) => each.about === name)
    expect(about('score')).toHaveLength(1)
    expect(about('praise').map(({ mention }) => mention)).toEqual(
      mentionTexts(conversation.positiveMentions),
    )
    expect(about('complaint').map(({ mention }) => mention)).toEqual(
      mentionTexts(conversation.areasToImprove),
    )
    expect(about('summary').length).toBeGreaterThan(0)
    for (const { segmentIndex, quote } of evidence) {
      expect(segments[segmentIndex]?.text).toContain(quote)
      expect(segments[segmentIndex]?.speaker).toBe('customer')
    }
  })

  it('has turns in order, apart from each other and inside the recording', () => {
    let previousEndMs = 0
    for (const { startMs, endMs } of segments) {
      expect(startMs).toBeGreaterThan(previousEndMs)
      expect(endMs).toBeGreaterThan(startMs)
      previousEndMs = endMs
    }
    expect(durationMs).toBeGreaterThan(previousEndMs)
  })

  it('lasts as long as its recording, between 35 and 65 seconds', () => {
    const recordedMs = mp3DurationMs(readFileSync(join(folder, conversation.audioFile)))
    // The encoder pads both ends with a few frames of 36 ms and adds one that holds its own data.
    expect(recordedMs - durationMs).toBeGreaterThanOrEqual(0)
    expect(recordedMs - durationMs).toBeLessThan(200)
    expect(durationMs).toBeGreaterThan(35_000)
    expect(durationMs).toBeLessThan(65_000)
  })

  it('says early that the call is automated and recorded', () => {
    const opening = segments.find(({ speaker }) => speaker === 'agent')?.text ?? ''
    expect(opening).toMatch(language === 'en' ? /automated/ : /automátic[oa]/)
    expect(opening).toMatch(language === 'en' ? /recorded/ : /queda grabada/i)
  })

  it('gives the score and the stars that the customer says', () => {
    const score = answerTo(conversation, language === 'en' ? /zero to ten/ : /cero al diez/)
    expect(firstWordAmong(numberWords[language], score)).toBe(conversation.npsScore)
    const stars =
      conversation.outcome === 'opted_out'
        ? (score.match(/\w+ stars/)?.[0] ?? '')
        : answerTo(conversation, language === 'en' ? /stars/ : /estrellas/)
    expect(firstWordAmong(starWords[language], stars)).toBe(conversation.rating)
  })

  it('rests every finding on words of the customer', () => {
    for (const mention of [...conversation.positiveMentions, ...conversation.areasToImprove]) {
      const evidence = segments[mention.segment]
      expect(evidence?.speaker).toBe('customer')
      expect(evidence?.text).toContain(mention.quote)
    }
    const customerWords = segments.filter(({ speaker }) => speaker === 'customer')
    expect(customerWords.some(({ text }) => text.includes(conversation.overallFeedback))).toBe(true)
  })
})

describe('the catalogue', () => {
  it('holds every file of its folder once', () => {
    const files = readdirSync(folder).filter((name) => name !== 'README.md')
    const expected = conversations.flatMap(({ id, audioFile }) => [`${id}.json`, audioFile])
    expect(files.toSorted()).toEqual(expected.toSorted())
    for (const { id, audioFile, language } of conversations) {
      expect(audioFile).toBe(`${id}.mp3`)
      expect(id.startsWith(`${language}-`)).toBe(true)
    }
  })

  it('ranges from delighted to furious in two languages', () => {
    const count = (language: string) => conversations.filter((c) => c.language === language).length
    expect(count('en')).toBeGreaterThanOrEqual(9)
    expect(count('es')).toBeGreaterThanOrEqual(3)
    const scores = conversations.map(({ npsScore }) => npsScore)
    expect(scores.toSorted((a, b) => b - a)).toEqual([10, 10, 9, 9, 9, 8, 8, 7, 7, 5, 3, 1, 0])
    expect(conversations.filter(({ outcome }) => outcome === 'opted_out')).toHaveLength(1)
    expect(conversations.filter(({ wantsCallback }) => wantsCallback)).toHaveLength(1)
  })

  it('keeps all recordings together under 2 MB', () => {
    const sizes = conversations.map(({ audioFile }) => statSync(join(folder, audioFile)).size)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000)
  })

  it('gives findings as plain texts', () => {
    const mention = { text: 'Fair price', segment: 2, quote: 'fair' }
    expect(mentionTexts([mention])).toEqual(['Fair price'])
  })
})
