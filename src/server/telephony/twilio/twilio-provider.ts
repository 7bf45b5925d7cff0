import { Temporal } from 'temporal-polyfill'
import type { Clock } from '../../clock.ts'
import type { AttemptToFind, LookUp, Provider, ProviderEvent } from '../port.ts'
import { newsOfState, twilioStatusSchema } from './call-status-news.ts'
import { isNotFound, isOver, readRefusal } from './placement-refusal.ts'
import { createRestClient, type TwilioClient } from './rest-client.ts'
import { type TwilioAccount, webhookUrl } from './twilio-account.ts'
import { createTwilioRecordings, type TwilioRecordings } from './twilio-recordings.ts'

export type TwilioProvider = Provider & {
  readonly recordings: TwilioRecordings
  readonly account: TwilioAccount
  /** Hands on what a callback brought; settles when it is written down. */
  deliver(event: ProviderEvent): Promise<void>
}

export type TwilioOptions = {
  account: TwilioAccount
  clock: Clock
  /** Which of these ids belong to an attempt already. */
  findBound: (providerCallIds: string[]) => Promise<ReadonlySet<string>>
}

type TwilioCall = Awaited<ReturnType<TwilioClient['calls']['list']>>[number]

/** Twilio's clock may be behind ours by as much, and it counts in whole seconds. */
const clockSkewSec = 10
/** Nobody is rung more often than this between a placement and its look-up. */
const callsToLookThrough = 50
const longestCallSec = 15 * 60

/** Places real calls through Twilio's Programmable Voice. */
export function createTwilioProvider(options: TwilioOptions): TwilioProvider {
  const { account, clock, findBound } = options
  const client = createRestClient(account)
  let receive: (event: ProviderEvent) => Promise<void> = async () => undefined

  const toLookUp = (placementKey: string, call: TwilioCall): LookUp => {
    const status = twilioStatusSchema.parse(call.status)
    const at = call.endTime ?? call.startTime
    const latest = newsOfState(
      {
        status,
        durationSec: call.duration ? Number(call.duration) : null,
        answeredBy: call.answeredBy || null,
        sipResponseCode: null,
      },
      {
        placementKey,
        providerCallId: call.sid,
        source: 'look_up',
        at: at ? Temporal.Instant.fromEpochMilliseconds(at.getTime()) : clock.now(),
      },
    )
    return { found: true, providerCallId: call.sid, latest }
  }

  /**
   * Twilio keeps no key of ours. Of the calls to the number since we asked, it is the one that no
   * attempt has; two of them cannot be told apart. Not filtered by start, which a call that waits
   * to be dialed does not have.
   */
  async function find({ phoneNumber, requestedAt }: AttemptToFind): Promise<TwilioCall | null> {
    const calls = await client.calls.list({
      to: phoneNumber,
      from: account.fromNumber,
      pageSize: callsToLookThrough,
      limit: callsToLookThrough,
    })
    const sinceMs = requestedAt.subtract({ seconds: clockSkewSec }).epochMilliseconds
    const since = calls.filter(({ dateCreated }) => dateCreated.getTime() >= sinceMs)
    if (since.length === 0) return null
    const bound = await findBound(since.map(({ sid }) => sid))
    const [call, ...others] = since.filter(({ sid }) => !bound.has(sid))
    return call === undefined || others.length > 0 ? null : call
  }

  return {
    name: 'twilio',
    account,
    recordings: createTwilioRecordings(account, client),
    isSimulated: false,
    onEvent(receiver) {
      receive = receiver
    },
    deliver: (event) => receive(event),
    async place({ placementKey, phoneNumber, ringTimeoutSec }) {
      try {
        const call = await client.calls.create({
          to: phoneNumber,
          from: account.fromNumber,
          timeout: ringTimeoutSec,
          timeLimit: longestCallSec,
          url: webhookUrl(account, placementKey, 'voice'),
          // A person is heard at once; a machine when its greeting is over and it listens.
          machineDetection: 'DetectMessageEnd',
          statusCallback: webhookUrl(account, placementKey, 'status'),
          statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
        })
        return { providerCallId: call.sid }
      } catch (error) {
        throw readRefusal(error) ?? error
      }
    },
    async lookUp(attempt) {
      const { placementKey, providerCallId } = attempt
      if (providerCallId === null) {
        const call = await find(attempt)
        return call === null ? { found: false } : toLookUp(placementKey, call)
      }
      try {
        return toLookUp(placementKey, await client.calls(providerCallId).fetch())
      } catch (error) {
        if (isNotFound(error)) return { found: false }
        throw error
      }
    },
    async hangUp(providerCallId) {
      try {
        await client.calls(providerCallId).update({ status: 'completed' })
      } catch (error) {
        if (!isNotFound(error) && !isOver(error)) throw error
      }
    },
    close: async () => undefined,
  }
}
