import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { S3Access } from '../../src/server/storage/s3-storage.ts'

/**
 * The part of S3 that recordings need, from Amazon's "S3 API Reference" and "Signature Version 4":
 * - PutObject, GetObject with one range, HeadObject, DeleteObject, path-style;
 * - 404 NoSuchKey as XML for what is not there, without a body for HEAD;
 * - DELETE answers 204 whether or not there was something;
 * - a request whose signature or time is wrong gets 403 and changes nothing.
 */
export async function startStandInS3() {
  const objects = new Map<string, { bytes: Buffer; mediaType: string }>()
  const failures: number[] = []
  const access = {
    region: 'eu-test-1',
    accessKeyId: 'RINGBACKTESTKEY',
    secretAccessKey: 'a/secret+that only=tests know',
  }
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const body = await buffer(request)
    const refuse = (status: number, code: string) => {
      response.writeHead(status, { 'content-type': 'application/xml' })
      response.end(request.method === 'HEAD' ? '' : `<Error><Code>${code}</Code></Error>`)
    }
    const failure = failures.shift()
    if (failure !== undefined) return refuse(failure, 'InternalError')
    if (!isSigned(request, access)) return refuse(403, 'SignatureDoesNotMatch')
    const key = decodeURIComponent(new URL(request.url ?? '', 'http://s3').pathname)
    if (request.method === 'PUT') {
      if (Number(request.headers['content-length']) !== body.length) {
        return refuse(411, 'MissingContentLength')
      }
      objects.set(key, { bytes: body, mediaType: request.headers['content-type'] ?? '' })
      response.writeHead(200, { etag: `"${createHash('md5').update(body).digest('hex')}"` })
      return response.end()
    }
    if (request.method === 'DELETE') {
      objects.delete(key)
      return response.writeHead(204).end()
    }
    const found = objects.get(key)
    if (found === undefined) return refuse(404, 'NoSuchKey')
    const { bytes, mediaType } = found
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    const [start, end] = [Number(from ?? 0), Math.min(Number(to ?? bytes.length), bytes.length - 1)]
    if (start >= bytes.length && from !== undefined) return refuse(416, 'InvalidRange')
    const part = bytes.subarray(start, end + 1)
    const whole = { 'content-type': mediaType, 'content-length': part.length }
    if (from === undefined) response.writeHead(200, whole)
    else {
      const range = `bytes ${start}-${end}/${bytes.length}`
      response.writeHead(206, { ...whole, 'content-range': range })
    }
    return response.end(request.method === 'HEAD' ? undefined : part)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    access: { ...access, url: `http://127.0.0.1:${port}/recordings` } satisfies S3Access,
    /** What lies in the bucket, by `/recordings/<key>`. */
    objects,
    failNext: (status: number) => failures.push(status),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const allowedSkewMs = 15 * 60_000

/** Whether a request carries the signature that belongs to it, and was sent just now. */
function isSigned(request: IncomingMessage, access: Omit<S3Access, 'url'>): boolean {
  const { headers } = request
  const at = String(headers['x-amz-date'])
  const iso = at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  if (!(Math.abs(Date.parse(iso) - Date.now()) < allowedSkewMs)) return false
  const names = /SignedHeaders=(\S+),/.exec(headers.authorization ?? '')?.[1]?.split(';') ?? []
  if (!['host', 'x-amz-date', 'x-amz-content-sha256'].every((name) => names.includes(name))) {
    return false
  }
  return headers.authorization === authorizationOf(request, names, access)
}

/** Signature Version 4 of a request, over the headers with these names. */
export function authorizationOf(
  { method, url, headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  signedNames: readonly string[],
  { region, accessKeyId, secretAccessKey }: Omit<S3Access, 'url'>,
): string {
  const at = String(headers['x-amz-date'])
  const place = [at.slice(0, 8), region, 's3', 'aws4_request']
  const { pathname, searchParams } = new URL(url ?? '', 'http://s3')
  const signedHeaders = signedNames.join(';')
  const canonical = [
    ...[method, pathname, searchParams.toString()],
    ...signedNames.map((name) => `${name}:${String(headers[name]).trim()}`),
    ...['', signedHeaders, headers['x-amz-content-sha256']],
  ].join('\n')
  const digest = createHash('sha256').update(canonical).digest('hex')
  const key = place.reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`)
  const signature = hmac(key, ['AWS4-HMAC-SHA256', at, place.join('/'), digest].join('\n'))
  const credential = [accessKeyId, ...place].join('/')
  return `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signedHeaders}, Signature=${signature.toString('hex')}`
}
