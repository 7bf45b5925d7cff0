import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { toResource } from './call.ts'
import { createCallbacks } from './callbacks.ts'
import { createExchange } from './exchange.ts'
import { openLedger } from './ledger.ts'
import { customerSchema, faultSchema, optionsSchema } from './options.ts'
import { answer, createRest } from './rest.ts'

/** A process that stands in for Twilio; STAND_IN_OPTIONS says how, as JSON. */
const options = optionsSchema.parse(JSON.parse(process.env.STAND_IN_OPTIONS ?? '{}'))
const ledger = openLedger(options.ledgerFile)
const callbacks = createCallbacks(options)
const exchange = createExchange(options, callbacks)
const rest = createRest(options, { exchange, ledger })

const customersSchema = z.object({ to: z.string(), behaviours: z.array(customerSchema).min(1) })

/** What tests ask of the stand-in; Twilio has nothing of the kind. */
async function direct(path: string, body: string): Promise<unknown> {
  switch (path) {
    case '/stand-in/customers': {
      const { to, behaviours } = customersSchema.parse(JSON.parse(body))
      exchange.setCustomer(to, behaviours)
      return null
    }
    case '/stand-in/faults':
      rest.faults.push(...z.array(faultSchema.nullable()).parse(JSON.parse(body)))
      return null
    case '/stand-in/calls':
      return [...exchange.calls.values()].map((call) => toResource(call, options.accountSid))
    case '/stand-in/removed-recordings':
      return [...rest.removed]
    case '/stand-in/deliveries':
      return callbacks.delivered
    case '/stand-in/idle':
      await exchange.idle()
      return null
    default:
      throw new Error(`The stand-in has no ${path}`)
  }
}

const server = http.createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  const url = new URL(request.url ?? '/', 'http://stand-in')
  if (rest.handle(request, url, body, response)) return
  try {
    answer(response, 200, await direct(url.pathname, body))
  } catch (error) {
    answer(response, 500, { message: String(error) })
  }
})
server.listen(options.port, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  exchange.listenAt(`http://127.0.0.1:${port}`)
  process.stdout.write(`The stand-in is ready: http://127.0.0.1:${port}\n`)
})
process.once('SIGTERM', () => {
  ledger.close()
  process.exit(0)
})
