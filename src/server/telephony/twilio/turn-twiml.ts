import twilio from 'twilio'
import type { Turn } from '../../domain/conversation.schema.ts'
import type { ConversationLanguage } from '../../domain/conversation-language.ts'

type VoiceResponse = InstanceType<typeof twilio.twiml.VoiceResponse>
type SayAttributes = Parameters<VoiceResponse['say']>[0] & object
type Speaker = { say(attributes: SayAttributes, text: string): unknown }

/** How a language is spoken and understood. */
const voices: Record<
  ConversationLanguage,
  { language: 'en-US' | 'es-US'; voice: 'Polly.Joanna' | 'Polly.Lupe' }
> = {
  en: { language: 'en-US', voice: 'Polly.Joanna' },
  es: { language: 'es-US', voice: 'Polly.Lupe' },
}

/** Twilio reads at most so many of the words to expect. */
const mostHints = 500

/** A turn as Twilio's instructions. */
export function renderTurn(
  { say, next }: Pick<Turn, 'say' | 'next'>,
  how: {
    /** Where the answer is sent. */
    answerUrl: string
    /** Where the finished recording is told; null where none begins with this turn. */
    recordingUrl: string | null
    language: ConversationLanguage
    /** The opening is said to its end: a "Hello?" must not cut off who calls and that it is recorded. */
    isOpening: boolean
  },
): string {
  const response = new twilio.twiml.VoiceResponse()
  if (how.recordingUrl !== null) {
    response.start().recording({
      recordingStatusCallback: how.recordingUrl,
      recordingStatusCallbackEvent: ['completed'],
      // Trimmed, its times would no longer be those of the transcript.
      trim: 'do-not-trim',
    })
  }
  if (next.type === 'hang_up') {
    speak(response, say)
    response.hangup()
    return response.toString()
  }
  const gather = response.gather({
    input: [
      ...(next.keys ? (['dtmf'] as const) : []),
      ...(next.speech ? (['speech'] as const) : []),
    ],
    ...(next.keys && { numDigits: next.keys.maxDigits }),
    action: how.answerUrl,
    method: 'POST',
    timeout: next.timeoutSec,
    speechTimeout: String(next.pauseSec),
    language: voices[how.language].language,
    hints: next.hints.slice(0, mostHints).join(', '),
    bargeIn: !how.isOpening,
    // Silence is an answer too.
    actionOnEmptyResult: true,
    profanityFilter: false,
  })
  speak(gather, say)
  return response.toString()
}

function speak(to: Speaker, say: Turn['say']): void {
  for (const { language, text } of say) to.say(voices[language], text)
}

/** For a call that is not ours, or no longer. */
export function renderHangUp(): string {
  const response = new twilio.twiml.VoiceResponse()
  response.hangup()
  return response.toString()
}
