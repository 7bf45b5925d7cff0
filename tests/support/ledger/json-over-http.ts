import { Agent, type IncomingMessage, request, type ServerResponse } from 'node:http'

export async function readBody(incoming: IncomingMessage) {
  let text = ''
  for await (const chunk of incoming) text += chunk
  return JSON.parse(text || 'null')
}

export function answerWith(answer: ServerResponse, body: unknown): void {
  answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

const agent = new Agent({ keepAlive: true, maxSockets: 200 })

/** Rejects where the connection breaks, as a provider's library would. */
export function askJson(port: number, path: string, body?: unknown) {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST'
    const asked = request({ agent, port, method, path, host: '127.0.0.1' }, (answer) => {
      readBody(answer).then(resolve, reject)
    })
    asked.on('error', reject)
    asked.end(body === undefined ? undefined : JSON.stringify(body))
  })
}
