import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

type Asked = { path: string; authorization: string | undefined; body: unknown }
type Answer = { status?: number; body: unknown } | 'never'

/** The chat interface of OpenAI, as far as one question goes; what it answers is up to the test. */
export async function startStandInChat() {
  const asked: Asked[] = []
  let answer: Answer = { body: {} }
  const server = createServer(async (request: IncomingMessage, response) => {
    const { url: path = '', headers } = request
    asked.push({ path, authorization: headers.authorization, body: await json(request) })
    if (answer === 'never') return
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' })
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    answerWith(next: Answer) {
      answer = next
    },
    /** As a completion carries it. */
    say(content: unknown) {
      const text = typeof content === 'string' ? content : JSON.stringify(content)
      answer = { body: { choices: [{ message: { role: 'assistant', content: text } }] } }
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
