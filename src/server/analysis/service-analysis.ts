import type { Logger } from 'pino'
import { z } from 'zod'
import type { Analysis, AnalyzedFeedback, HeardConversation } from './port.ts'
import { InventedAnswer, serviceAnswerSchema, toFeedback } from './service-answer.ts'
import { toServiceRequest } from './service-request.ts'

export type ServiceOptions = {
  /** Up to, not including, `/chat/completions`. */
  url: string
  model: string
  key: string | null
  /** Reads where the service cannot. */
  fallback: Analysis
  log: Pick<Logger, 'warn'>
  timeoutMs?: number
}

const maxAnswerBytes = 1024 * 1024
const completionSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
})

/**
 * Has conversations read by a service that speaks OpenAI's chat interface. Its answer counts only
 * where it fits the schema, and its quotes only where the customer said them; where the service
 * fails, the fallback reads instead and the feedback says so.
 */
export function createServiceAnalysis(options: ServiceOptions): Analysis {
  const { url, model, key, fallback, log, timeoutMs = 30_000 } = options

  async function ask(
    conversation: HeardConversation,
    signal: AbortSignal,
  ): Promise<AnalyzedFeedback> {
    const answer = await fetch(`${url}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key !== null && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(toServiceRequest(conversation, model)),
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    })
    if (!answer.ok) {
      await answer.body?.cancel()
      throw new Error(`The service answered with status ${answer.status}.`)
    }
    const completion = completionSchema.parse(JSON.parse(await readText(answer)))
    const content = completion.choices[0]?.message.content ?? ''
    return toFeedback(serviceAnswerSchema.parse(JSON.parse(content)), conversation, model)
  }

  return {
    name: model,
    async analyze(conversation, signal) {
      try {
        return await ask(conversation, signal)
      } catch (error) {
        // Issues of a schema quote what was answered, and with it the customer.
        log.warn({ reason: reasonOf(error), model }, 'a conversation is read without the service')
        const read = await fallback.analyze(conversation, signal)
        const note = `${noteOn(error)} Read by ${fallback.name} instead.`
        return { ...read, note: read.note === null ? note : `${note} ${read.note}` }
      }
    },
  }
}

async function readText(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length
    if (bytes > maxAnswerBytes) throw new SyntaxError('The answer is too long.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function noteOn(error: unknown): string {
  if (error instanceof z.ZodError || error instanceof SyntaxError) {
    return 'The analysis service gave an answer of another form.'
  }
  if (error instanceof InventedAnswer) {
    return 'The analysis service quoted words that nobody said.'
  }
  return isTimeout(error)
    ? 'The analysis service did not answer in time.'
    : 'The analysis service could not be asked.'
}

const isTimeout = (error: unknown) => error instanceof Error && error.name === 'TimeoutError'
const reasonOf = (error: unknown) =>
  error instanceof z.ZodError || !(error instanceof Error) ? 'another form' : error.message
