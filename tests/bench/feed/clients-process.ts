import { percentile } from '../../support/measurement.ts'
import { changesIn, wallMs } from './change.ts'
import { type LightSocket, openLightSocket } from './light-socket.ts'

/**
 * All subscribers of one contestant. Every twentieth writes down how late each change came; from
 * the others only the last message is kept, which tells whether they got to the end.
 */
type Dialect = { path: string; onOpen: string | null; onText?: Record<string, string> }
const subscription = { path: 'calls.live', input: { after: null } }
const trpc: Dialect = {
  path: '/trpc',
  onOpen: JSON.stringify({ id: 1, method: 'subscription', params: subscription }),
}
const dialects: Record<string, Dialect> = {
  ws: { path: '/', onOpen: null },
  // Engine.IO's greeting is answered with the wish for the default namespace.
  socketIo: { path: '/socket.io/?EIO=4&transport=websocket', onOpen: null },
  ringback: trpc,
  ringbackFromCommit: trpc,
}

const [, , name = '', port, count] = process.argv
const dialect = dialects[name] ?? trpc
const sampleEvery = 20
const lateMs = new Map<number, number[]>()
const lastText: Buffer[] = []
const lastSeq: number[] = []
let ready = 0

for (let number = 0; number < Number(count); number += 1) {
  await new Promise<void>((resolve) => {
    let isReady = false
    const becomeReady = () => {
      if (isReady) return
      isReady = true
      ready += 1
      resolve()
    }
    openLightSocket({
      port: Number(port),
      path: dialect.path,
      onOpen(socket) {
        if (dialect.onOpen !== null) socket.send(dialect.onOpen)
        else if (name === 'ws') becomeReady()
      },
      onText: (text, socket) => hear(number, text, socket, becomeReady),
    })
  })
}
process.send?.({ ready })

function hear(number: number, text: Buffer, socket: LightSocket, becomeReady: () => void): void {
  if (name === 'socketIo' && text[0] === 0x30) socket.send('40')
  else if (name === 'socketIo' && text[0] === 0x32) socket.send('3')
  else if (text.length < 400 && !text.includes('change ')) {
    if (name !== 'socketIo' || text.toString().startsWith('40')) {
      if (!text.includes('"started"')) becomeReady()
    }
  } else if (number % sampleEvery === 0) {
    const now = wallMs()
    for (const { seq, madeMs } of changesIn(text.toString())) {
      if (seq !== (lastSeq[number] ?? seq - 1) + 1) throw new Error(`${seq} is out of order`)
      lastSeq[number] = seq
      const late = lateMs.get(seq) ?? []
      if (late.length === 0) lateMs.set(seq, late)
      late.push(now - madeMs)
    }
  } else lastText[number] = text
}

/** The last change that every subscriber has. */
function reached(): number {
  let least = Number.POSITIVE_INFINITY
  for (let number = 0; number < ready; number += 1) {
    const text = lastText[number]?.toString()
    const seq = text === undefined ? lastSeq[number] : changesIn(text).at(-1)?.seq
    least = Math.min(least, seq ?? 0)
  }
  return least
}

process.on('message', ({ from, to }: { from: number; to: number }) => {
  const deadline = performance.now() + 60_000
  const check = () => {
    if (reached() < to && performance.now() < deadline) return void setTimeout(check, 100)
    const late: number[] = []
    for (const [seq, values] of lateMs) if (seq >= from && seq <= to) late.push(...values)
    process.send?.({
      reached: reached(),
      p50: percentile(late, 0.5),
      p99: percentile(late, 0.99),
    })
  }
  check()
})
