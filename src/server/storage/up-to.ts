import { RecordingTooLarge } from './port.ts'

/** Passes on what comes, and fails with `RecordingTooLarge` at the first byte past the limit. */
export async function* upTo(maxBytes: number, body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let passedBytes = 0
  for await (const chunk of body) {
    passedBytes += chunk.length
    if (passedBytes > maxBytes) {
      throw new RecordingTooLarge(`The recording has more than ${maxBytes} bytes.`)
    }
    yield chunk
  }
}
