import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { createSeededRandom } from '../../../src/server/services/demo-day/seeded-random.ts'
import { answerWith, readBody } from './json-over-http.ts'
import type { LedgerLine, LedgerSettings } from './ledger.ts'

// A provider as its own process: what it accepts it writes down, and syncs to the disk, before it
// answers, so that its ledger is the truth about what was asked of it whoever dies in between.

const [, , file = '', given = '{}'] = process.argv
const settings: LedgerSettings = JSON.parse(given)
const random = createSeededRandom(settings.seed)
const ledger = openSync(file, 'a')
const lines = new Map<string, LedgerLine>()
const listeners: number[] = []
let openLines = 0
let mostOpen = 0

const between = ([low, high]: readonly [number, number]) => random.whole(low, high)

function accept(placementKey: string, phoneNumber: string): LedgerLine {
  const at = Date.now()
  writeSync(ledger, `${JSON.stringify({ at, placementKey, phoneNumber })}\n`)
  fsyncSync(ledger)
  const known = lines.get(placementKey)
  if (known !== undefined) return known
  const line: LedgerLine = { placementKey, providerCallId: `line-${placementKey}`, endedAt: null }
  lines.set(placementKey, line)
  openLines += 1
  mostOpen = Math.max(mostOpen, openLines)
  setTimeout(() => {
    line.endedAt = Date.now()
    openLines -= 1
    if (!random.chance(settings.loseNews)) tell(line, listeners.length - 1)
  }, between(settings.callMs))
  return line
}

/** The newest server first; one that is gone cannot be told, and nothing is told twice. */
function tell(line: LedgerLine, at: number): void {
  const port = listeners[at]
  if (port === undefined) return
  const body = JSON.stringify(line)
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  const sent = request({ port, method: 'POST', path: '/news', headers }, (answer) =>
    answer.resume(),
  )
  sent.on('error', () => {
    listeners.splice(listeners.indexOf(port), 1)
    tell(line, listeners.length - 1)
  })
  sent.end(body)
}

const server = createServer(async (incoming, answer) => {
  const [, what, key] = (incoming.url ?? '').split('/')
  switch (what) {
    case 'listen': {
      listeners.push(Number(key))
      return answerWith(answer, {})
    }
    case 'place': {
      const { placementKey, phoneNumber } = await readBody(incoming)
      const line = accept(placementKey, phoneNumber)
      if (random.chance(settings.dropAnswers)) return incoming.socket.destroy()
      setTimeout(() => answerWith(answer, line), between(settings.answerMs))
      return
    }
    case 'line':
      return answerWith(answer, lines.get(decodeURIComponent(key ?? '')) ?? null)
    case 'figures':
      return answerWith(answer, { mostOpen, openLines, lines: lines.size })
    default:
      answer.writeHead(404).end()
  }
})
// Else a request sent just as an idle connection closes is lost, which `dropAnswers` alone is to decide.
server.keepAliveTimeout = 0
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`ledger on ${typeof address === 'object' ? address?.port : ''}\n`)
})
process.on('SIGTERM', () => {
  closeSync(ledger)
  process.exit(0)
})
