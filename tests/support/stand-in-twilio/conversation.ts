import type { StandInCall } from './call.ts'
import { newSid, rfc2822 } from './call.ts'
import type { Callbacks, Parameters } from './callbacks.ts'
import type { StandInOptions } from './options.ts'
import { pause, seeded, within } from './seeded.ts'
import { parseTwiml, type Verb } from './twiml.ts'

/** `apiUrl`: the stand-in's own address, under which recordings are fetched. */
type Setting = { options: StandInOptions; callbacks: Callbacks; apiUrl: string }
type Next = { url: string; more: Parameters } | 'over'

/** How fast words are said. */
const lettersPerSec = 14
const longestConversation = 60

export const baseParameters = (call: StandInCall, { accountSid }: StandInOptions): Parameters => ({
  AccountSid: accountSid,
  ApiVersion: '2010-04-01',
  CallSid: call.sid,
  CallStatus: call.status,
  Direction: 'outbound-api',
  From: call.from,
  To: call.to,
  Caller: call.from,
  Called: call.to,
})

/** Fetches a call's instructions and follows them, with the customer on the other end. */
export async function converse(call: StandInCall, setting: Setting): Promise<void> {
  const { options, callbacks, apiUrl } = setting
  const random = seeded(`${options.seed}/${call.sid}/talk`)
  let next: Next = {
    url: call.request.get('Url') ?? '',
    more: call.answeredBy === null ? {} : { AnsweredBy: call.answeredBy },
  }
  for (let turns = 0; next !== 'over' && turns < longestConversation; turns += 1) {
    if (call.customer.answers === 'hangs_up' && turns > 0) break
    const at: Exclude<Next, 'over'> = next
    const answer = await callbacks.ask(at.url, { ...baseParameters(call, options), ...at.more })
    if (answer === null) break
    const text = await answer.text()
    // An application error: Twilio says so to the person on the line and hangs up.
    if (!answer.ok) break
    await pause(within(random, options.turnMs))
    if (call.isHungUpByUs) break
    next = follow(parseTwiml(text), at.url)
  }
  endRecordings(call)

  function follow(verbs: readonly Verb[], base: string): Next {
    for (const verb of verbs) {
      const { attributes } = verb
      switch (verb.name) {
        case 'Say':
          call.durationSec += say(verb)
          break
        case 'Pause':
          call.durationSec += Number(attributes.length ?? 1)
          break
        case 'Start':
          for (const inner of verb.children) startRecording(inner)
          break
        case 'Gather': {
          const went = gather(verb, base)
          if (went !== null) return went
          break
        }
        case 'Redirect':
          return { url: new URL(verb.text.trim(), base).href, more: {} }
        case 'Hangup':
          return 'over'
        default:
          throw new Error(`The stand-in does not know <${verb.name}>`)
      }
    }
    // When the instructions end, Twilio hangs up.
    return 'over'
  }

  function gather(verb: Verb, base: string): Next | null {
    const { attributes } = verb
    const inputs = (attributes.input ?? 'dtmf').split(' ')
    for (const said of verb.children) if (said.name === 'Say') call.durationSec += say(said)
    const reply = call.customer.replies.shift() ?? 'silence'
    if (reply === 'hang_up') return 'over'
    const url = new URL(attributes.action ?? base, base).href
    const timeoutSec = Number(attributes.timeout ?? 5)
    if (reply !== 'silence' && 'keys' in reply && inputs.includes('dtmf')) {
      call.durationSec += 1
      const most = Number(attributes.numDigits ?? reply.keys.length)
      return { url, more: { Digits: reply.keys.slice(0, most), FinishedOnKey: '' } }
    }
    if (reply !== 'silence' && 'speech' in reply && inputs.includes('speech')) {
      call.durationSec += Math.ceil(reply.speech.length / lettersPerSec)
      const { speech, confidence = 0.9 } = reply
      return { url, more: { SpeechResult: speech, Confidence: String(confidence) } }
    }
    call.durationSec += timeoutSec
    // Without an answer the next instruction follows, unless the empty answer is wanted too.
    return attributes.actionOnEmptyResult === 'true' ? { url, more: {} } : null
  }

  function startRecording({ attributes }: Verb): void {
    const [sid, fromSec] = [newSid('RE'), call.durationSec]
    const url = attributes.recordingStatusCallback
    const end = () => {
      if (url === undefined) return
      callbacks.tell(url, {
        AccountSid: options.accountSid,
        CallSid: call.sid,
        RecordingSid: sid,
        RecordingUrl: `${apiUrl}/2010-04-01/Accounts/${options.accountSid}/Recordings/${sid}`,
        RecordingStatus: 'completed',
        RecordingDuration: String(Math.max(1, call.durationSec - fromSec)),
        RecordingChannels: '1',
        RecordingSource: 'StartCallRecordingTwiML',
        RecordingStartTime: rfc2822(call.startedAt ?? call.createdAt),
      })
    }
    call.recordings.set(sid, { end })
  }
}

/** Ends what is being recorded, as a stop does and hanging up. */
export function endRecordings({ recordings }: StandInCall): void {
  for (const { end } of recordings.values()) end()
  recordings.clear()
}

const say = (verb: Verb) => Math.ceil(verb.text.length / lettersPerSec)
