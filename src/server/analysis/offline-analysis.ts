import type { QuotedWords } from '../domain/evidence.schema.ts'
import type { Analysis, AnalyzedFeedback, HeardConversation } from './port.ts'
import { english } from './rules/english.ts'
import { loadEnglishSense } from './rules/english-sense.ts'
import { type Reading, readByRules } from './rules/read-by-rules.ts'
import { spanish } from './rules/spanish.ts'
import { spanishSense } from './rules/spanish-sense.ts'

const name = 'rules on this server'
const nothingFound: Reading = { positiveMentions: [], areasToImprove: [], tags: [] }

/** Reads conversations on this machine, without asking anybody: English and Spanish. */
export function createOfflineAnalysis(): Analysis {
  return {
    name,
    async analyze(conversation) {
      const reading = hasWords(conversation) ? await read(conversation) : nothingFound
      return toFeedback(conversation, reading)
    },
  }
}

/** Null where the language is not known. */
async function read(conversation: HeardConversation): Promise<Reading | null> {
  switch (languageOf(conversation)) {
    case 'en':
      return readByRules(conversation, english, await loadEnglishSense())
    case 'es':
      return readByRules(conversation, spanish, spanishSense)
    default:
      return null
  }
}

function toFeedback(conversation: HeardConversation, reading: Reading | null): AnalyzedFeedback {
  const { positiveMentions, areasToImprove, tags } = reading ?? nothingFound
  const words = [...areasToImprove, ...positiveMentions].flatMap(({ evidence }) => evidence ?? [])
  const note = noteOn(conversation, reading)
  return {
    by: name,
    feedbackSummary: summarize(conversation, reading ?? nothingFound),
    summaryEvidence: withoutRepeats(words),
    overallFeedback: ownWords(conversation),
    callReason: 'Feedback after the service visit',
    positiveMentions,
    areasToImprove,
    tags,
    note,
    isUncertain: note !== null,
  }
}

function summarize(
  { npsScore }: HeardConversation,
  { positiveMentions, areasToImprove }: Reading,
): string | null {
  const list = (mentions: Reading['positiveMentions']) =>
    mentions.map(({ text }) => text.slice(0, 1).toLowerCase() + text.slice(1)).join(', ')
  const parts = [
    ...(npsScore === null ? [] : [`Gave ${npsScore} of 10.`]),
    ...(areasToImprove.length === 0 ? [] : [`To improve: ${list(areasToImprove)}.`]),
    ...(positiveMentions.length === 0 ? [] : [`Praised: ${list(positiveMentions)}.`]),
  ]
  return parts.length === 0 ? null : parts.join(' ')
}

function noteOn(conversation: HeardConversation, reading: Reading | null): string | null {
  const { npsScore, language } = conversation
  if (reading === null) {
    const name = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' }).of(language)
    return `Words in ${name ?? language} are not read here; only the score is.`
  }
  if (npsScore === null) return null
  const [praises, blames] = [reading.positiveMentions.length, reading.areasToImprove.length]
  if (npsScore <= 4 && praises > 0 && blames === 0) {
    return 'The score is low, but the words sound kind. It may be irony: listen before you act on it.'
  }
  if (npsScore >= 9 && blames > 0 && praises === 0) {
    return 'The score is high, but the words sound unhappy. Listen before you act on it.'
  }
  return null
}

/** The longest answer, as it was said. */
function ownWords({ segments }: HeardConversation): string | null {
  const answers = segments.filter(
    ({ speaker, text }) => speaker === 'customer' && countWords(text) >= 3,
  )
  return answers.sort((a, b) => countWords(b.text) - countWords(a.text))[0]?.text ?? null
}

const languageOf = ({ language }: HeardConversation) => language.toLowerCase().split(/[-_]/)[0]
const countWords = (text: string) => (text.match(/\p{L}{2,}/gu) ?? []).length
const hasWords = ({ segments }: HeardConversation) =>
  segments.some(({ speaker, text }) => speaker === 'customer' && countWords(text) > 0)

function withoutRepeats(words: readonly QuotedWords[]): QuotedWords[] {
  const byPlace = words.map((each) => [`${each.segmentIndex} ${each.quote}`, each] as const)
  return [...new Map(byPlace).values()]
}
