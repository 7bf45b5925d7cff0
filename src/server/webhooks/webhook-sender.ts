import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent'
import type { WebhookAnswer, WebhookPost, WebhookSender } from './port.ts'

const deadlineMs = 8000
/** Of an answer, as much as helps to understand it. */
const excerptLength = 500

/**
 * Posts messages to addresses that people gave. Unless it is allowed, nothing goes to this machine
 * or a network of its own: the address is judged when it is connected to, after its name was looked
 * up. A redirect is an answer like any other and is not followed.
 */
export function createWebhookSender({
  isPrivateAllowed,
}: {
  isPrivateAllowed: boolean
}): WebhookSender {
  const filter = { allowPrivateIPAddress: isPrivateAllowed, keepAlive: false }
  const agents = {
    http: new RequestFilteringHttpAgent(filter),
    https: new RequestFilteringHttpsAgent(filter),
  }
  return {
    isPrivateAllowed,
    async post(message, signal) {
      try {
        return await send(message, agents, signal)
      } catch (error) {
        return { statusCode: null, answer: null, problem: describe(error) }
      }
    },
  }
}

type Agents = { http: RequestFilteringHttpAgent; https: RequestFilteringHttpsAgent }

function send(
  { url, headers, body }: WebhookPost,
  agents: Agents,
  stopped?: AbortSignal,
): Promise<WebhookAnswer> {
  const late = AbortSignal.timeout(deadlineMs)
  const isPlain = url.startsWith('http:')
  const options = {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Ringback',
      'content-length': String(Buffer.byteLength(body)),
      ...headers,
    },
    agent: isPlain ? agents.http : agents.https,
    signal: stopped ? AbortSignal.any([late, stopped]) : late,
  }
  return new Promise((resolve, reject) => {
    const request = (isPlain ? httpRequest : httpsRequest)(url, options, (response) => {
      let answer = ''
      const done = () => {
        const statusCode = response.statusCode ?? 0
        resolve({ statusCode, answer: excerpt(answer), problem: null })
        response.destroy()
      }
      response.setEncoding('utf8')
      response.on('data', (text: string) => {
        answer += text
        // Nobody may fill our memory by answering.
        if (answer.length > excerptLength) done()
      })
      response.on('end', done)
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** Without what a database cannot keep as text. */
const excerpt = (text: string) =>
  text
    .slice(0, excerptLength)
    .replaceAll('\0', '')
    .replaceAll(/\p{Surrogate}/gu, '')

function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'It could not be reached.'
  if (error.name === 'TimeoutError' || error.name === 'AbortError') {
    return `No answer within ${deadlineMs / 1000} seconds.`
  }
  if (/is not allowed/.test(error.message)) {
    return 'The address leads into a private network, where nothing is sent.'
  }
  const code = 'code' in error ? String(error.code) : ''
  return reasons[code] ?? `It could not be reached (${code || error.message}).`
}

const reasons: Record<string, string> = {
  ENOTFOUND: 'There is no such server: the name is not known.',
  EAI_AGAIN: 'The name could not be looked up.',
  ECONNREFUSED: 'The server refused the connection.',
  ECONNRESET: 'The server cut the connection.',
  CERT_HAS_EXPIRED: 'The certificate of the server has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate of the server is signed by nobody else.',
}
