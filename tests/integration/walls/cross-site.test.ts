import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints, mutations, requestTo } from '../../support/walls/endpoints.ts'
import { fingerprintOf } from '../../support/walls/fingerprint.ts'
import { procedureSamples } from '../../support/walls/procedure-samples.ts'
import { createWalledWorld, type WalledWorld } from '../../support/walls/walled-world.ts'

let world: WalledWorld
let cookie: string
beforeAll(async () => {
  world = await createWalledWorld({ writesPerMinute: 100_000 })
  cookie = await world.signIn('owner')
})
afterAll(() => world[Symbol.asyncDispose]())

const boundary = 'xyz'
const multipart = (body: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="json"\r\n\r\n${body}\r\n--${boundary}--\r\n`

/** The six ways in which a page of another site can make a browser send something. */
const contents: [type: string | null, write: (body: string) => string, isAskedFirst?: true][] = [
  ['application/x-www-form-urlencoded', (body) => `${encodeURIComponent(body)}=`],
  [`multipart/form-data; boundary=${boundary}`, multipart],
  ['text/plain', (body) => body],
  ['text/plain; charset=application/json', (body) => body],
  [null, (body) => body],
  ['application/json', (body) => body, true],
]

/** How browsers, old and new, tell of where the page is from. */
const senders: Record<string, string>[] = [
  { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  { origin: 'null' },
  { origin: 'http://localhost:4000.evil.example' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
]
/** A browser that says nothing of it; it would ask first before sending JSON. */
const silentSender = {}

async function attack(target: { method: 'POST' | 'PUT' | 'DELETE'; url: string; body: string }) {
  const statuses = new Set<number>()
  for (const [type, write, isAskedFirst] of contents) {
    for (const sender of isAskedFirst ? senders : [...senders, silentSender]) {
      for (const payload of [write(target.body), '']) {
        const answer = await world.app.server.inject({
          method: target.method,
          url: target.url,
          payload,
          headers: {
            host: 'localhost:4000',
            cookie,
            ...sender,
            ...(type && { 'content-type': type }),
          },
        })
        statuses.add(answer.statusCode)
        expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
      }
    }
  }
  return [...statuses].filter((status) => status !== 403 && status !== 415)
}

describe.each(mutations)('$name', ({ name }) => {
  it('is not executed for a page of another site', async () => {
    const body = JSON.stringify(procedureSamples[name]?.(world.ours.ids) ?? {})
    const before = await fingerprintOf(world.db)
    expect(await attack({ method: 'POST', url: `/trpc/${name}`, body })).toEqual([])
    const batch = `{"0":${body}}`
    expect(await attack({ method: 'POST', url: `/trpc/${name}?batch=1`, body: batch })).toEqual([])
    expect(await fingerprintOf(world.db)).toEqual(before)
  })

  it('is not executed by a link', async () => {
    const body = encodeURIComponent(JSON.stringify(procedureSamples[name]?.(world.ours.ids) ?? {}))
    const before = await fingerprintOf(world.db)
    const statuses = []
    for (const url of [
      `/trpc/${name}?input=${body}`,
      `/trpc/${name}?batch=1&input={"0":${body}}`,
    ]) {
      const headers = { host: 'localhost:4000', cookie, 'x-ringback': '1' }
      statuses.push((await world.app.server.inject({ method: 'GET', url, headers })).statusCode)
    }
    expect(statuses).toEqual([405, 405])
    expect(await fingerprintOf(world.db)).toEqual(before)
  })
})

describe.each(endpoints.filter(({ method }) => method !== 'GET'))('$method $path', (endpoint) => {
  it('does nothing for a page of another site', async () => {
    const { method, url, body = '' } = requestTo(endpoint, world.ours.ids)
    if (method === 'GET') throw new Error('This one writes.')
    const before = await fingerprintOf(world.db)
    expect(await attack({ method, url, body })).toEqual([])
    expect(await fingerprintOf(world.db)).toEqual(before)
  })
})

it('would have been executed for our own page', async () => {
  const before = await fingerprintOf(world.db)
  const answer = await world.app.server.inject({
    method: 'POST',
    url: '/trpc/calls.update',
    payload: JSON.stringify(procedureSamples['calls.update']?.(world.ours.ids)),
    headers: {
      host: 'localhost:4000',
      origin: 'http://localhost:4000',
      cookie,
      'content-type': 'application/json',
    },
  })
  expect(answer.statusCode).toBe(200)
  expect(await fingerprintOf(world.db)).not.toEqual(before)
})
