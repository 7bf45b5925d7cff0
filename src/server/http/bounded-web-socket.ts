import { WebSocket } from 'ws'

const MAX_BUFFERED_BYTES = 1024 * 1024

type SendArguments = Parameters<WebSocket['send']>
type Data = SendArguments[0]
type Options = SendArguments[1]
type Sent = (error?: Error) => void

/**
 * A socket that is cut off once more than 1 MB waits for a client that does not read. Without it
 * the whole of what is sent piles up in memory; the client comes back with its cursor.
 */
export class BoundedWebSocket extends WebSocket {
  /** Set when the socket was cut off for not reading. */
  wasCut = false
  /** What the client would have had to read by now, had it not been merged; since it fell behind. */
  private owedBytes = 0

  override send(data: Data, sent?: Sent): void
  override send(data: Data, options: Options, sent?: Sent): void
  override send(data: Data, optionsOrSent?: Options | Sent, sent?: Sent): void {
    if (typeof optionsOrSent === 'object') super.send(data, optionsOrSent, sent)
    else super.send(data, optionsOrSent)
    this.boundBuffer()
  }

  /** Cuts the socket off if too much waits, with what is owed beyond what was sent. */
  boundBuffer(alsoOwedBytes = 0): void {
    this.owedBytes = this.bufferedAmount === 0 ? 0 : this.owedBytes + alsoOwedBytes
    if (this.bufferedAmount + this.owedBytes <= MAX_BUFFERED_BYTES || this.wasCut) return
    this.wasCut = true
    // A close frame would queue behind all that is not read.
    this.terminate()
  }
}
