import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFolderStorage } from '../../src/server/storage/folder-storage.ts'
import { type RecordingStorage, RecordingTooLarge } from '../../src/server/storage/port.ts'
import { createS3Storage } from '../../src/server/storage/s3-storage.ts'
import { authorizationOf, startStandInS3 } from '../support/stand-in-s3.ts'

let folder: string
let s3: Awaited<ReturnType<typeof startStandInS3>>
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ringback-storage-'))
  s3 = await startStandInS3()
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await s3[Symbol.asyncDispose]()
})

const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, index) => index % 251))
const options = { mediaType: 'audio/mpeg', maxBytes: bytes.length }
/** As a download comes, in pieces. */
const inPieces = (whole: Buffer) =>
  Readable.from([0, 1, 2, 3].map((piece) => whole.subarray(piece * 25_000, (piece + 1) * 25_000)))
const hostile = [
  '../escape.mp3',
  '/etc/passwd',
  'a/../../b.mp3',
  '.env',
  'a//b',
  '',
  'a\0b',
  'a\\..\\b',
]

const stores: [string, () => { storage: RecordingStorage; readKeys: () => Promise<string[]> }][] = [
  [
    'a folder',
    () => ({
      storage: createFolderStorage(folder),
      readKeys: async () =>
        (await readdir(folder, { recursive: true })).filter((name) => name.includes('.')),
    }),
  ],
  [
    'S3',
    () => ({
      storage: createS3Storage(s3.access),
      readKeys: async () => [...s3.objects.keys()].map((key) => key.replace(/^\/recordings\//, '')),
    }),
  ],
]

describe.each(stores)('recordings in %s', (_name, open) => {
  let storage: RecordingStorage
  let readKeys: () => Promise<string[]>
  beforeAll(() => {
    const opened = open()
    storage = opened.storage
    readKeys = opened.readKeys
  })
  const read = async (key: string, range?: { start: number; end: number }) => {
    const opened = await storage.open(key, range)
    return opened && { bytes: await buffer(opened.body), sizeBytes: opened.sizeBytes }
  }

  it('come back as they were put, whole and in ranges', async () => {
    const key = 'org/2026/año 1.mp3'
    expect(await storage.put(key, inPieces(bytes), options)).toEqual({ sizeBytes: bytes.length })
    expect(await storage.stat(key)).toEqual({ sizeBytes: bytes.length })
    const whole = await read(key)
    expect(whole?.sizeBytes).toBe(bytes.length)
    expect(whole?.bytes.equals(bytes)).toBe(true)
    for (const range of [
      { start: 0, end: 0 },
      { start: 99, end: 4098 },
      { start: 99_999, end: 99_999 },
    ]) {
      const part = await read(key, range)
      expect(part?.sizeBytes).toBe(bytes.length)
      expect(part?.bytes.equals(bytes.subarray(range.start, range.end + 1))).toBe(true)
    }
  })

  it('are replaced whole by a second one of the same key', async () => {
    await storage.put('twice.mp3', Readable.from([Buffer.from('first and longer')]), options)
    await storage.put('twice.mp3', Readable.from([Buffer.from('second')]), options)
    expect((await read('twice.mp3'))?.bytes.toString()).toBe('second')
  })

  it('are not kept when they are too large, nor when they break off', async () => {
    const before = await readKeys()
    const tooLarge = storage.put('large.mp3', inPieces(bytes), { ...options, maxBytes: 99_999 })
    await expect(tooLarge).rejects.toThrow(RecordingTooLarge)
    const broken = Readable.from(
      (async function* () {
        yield bytes
        throw new Error('the line went dead')
      })(),
    )
    await expect(storage.put('broken.mp3', broken, options)).rejects.toThrow('the line went dead')
    expect(await storage.stat('large.mp3')).toBeNull()
    expect(await readKeys()).toEqual(before)
  })

  it('are gone once removed, and removing again is no error', async () => {
    await storage.put('gone.mp3', Readable.from([Buffer.from('x')]), options)
    await storage.remove('gone.mp3')
    await storage.remove('gone.mp3')
    expect(await storage.stat('gone.mp3')).toBeNull()
    expect(await storage.open('gone.mp3')).toBeNull()
  })

  it('of nothing are kept too', async () => {
    await storage.put('empty.mp3', Readable.from([]), options)
    expect(await storage.stat('empty.mp3')).toEqual({ sizeBytes: 0 })
    expect((await read('empty.mp3'))?.bytes.length).toBe(0)
  })

  it.each(hostile)('are never looked for, put or removed at %j', async (key) => {
    expect(await storage.stat(key)).toBeNull()
    expect(await storage.open(key)).toBeNull()
    await expect(storage.put(key, inPieces(bytes), options)).rejects.toThrow('storage key')
    await expect(storage.remove(key)).rejects.toThrow('storage key')
  })
})

it('a folder that cannot be made leaves no download behind that could break off unheard', async () => {
  await writeFile(path.join(folder, 'taken'), 'a file where a folder is wanted')
  const download = inPieces(bytes)
  const put = createFolderStorage(folder).put('taken/by-a-file.mp3', download, options)
  await expect(put).rejects.toMatchObject({ code: 'EEXIST' })
  expect(download.destroyed).toBe(true)
  expect(download.listenerCount('error')).toBeGreaterThan(0)
})

describe('S3', () => {
  it('is told the type of a recording', async () => {
    await createS3Storage(s3.access).put('typed.mp3', inPieces(bytes), options)
    expect(s3.objects.get('/recordings/typed.mp3')?.mediaType).toBe('audio/mpeg')
  })

  it('that refuses is an error, not a missing recording', async () => {
    const stranger = createS3Storage({ ...s3.access, secretAccessKey: 'guessed' })
    await expect(stranger.stat('typed.mp3')).rejects.toThrow()
    await expect(stranger.open('typed.mp3')).rejects.toThrow('403')
    await expect(stranger.put('forged.mp3', inPieces(bytes), options)).rejects.toThrow('403')
    expect(s3.objects.has('/recordings/forged.mp3')).toBe(false)
    s3.failNext(500)
    await expect(createS3Storage(s3.access).open('typed.mp3')).rejects.toThrow('500')
  })
})

it('the stand-in signs as the example in the S3 API Reference is signed', () => {
  const headers = {
    host: 'examplebucket.s3.amazonaws.com',
    range: 'bytes=0-9',
    'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'x-amz-date': '20130524T000000Z',
  }
  const signed = authorizationOf(
    { method: 'GET', url: '/test.txt', headers },
    Object.keys(headers),
    {
      region: 'us-east-1',
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
  )
  expect(signed).toMatch(
    /Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41$/,
  )
})
