import { WebSocket } from 'ws'

export const MAX_BUFFERED_BYTES = 1024 * 1024

/**
 * A socket that is cut off once more than 1 MB waits for a client that does not read. Without it
 * the whole of what is sent piles up in memory; the client comes back with its cursor.
 */
export class BoundedWebSocket extends WebSocket {
  /** Set when the socket was cut off for not reading. */
  wasCut = false

  override send(...args: Parameters<WebSocket['send']>): void {
    super.send(...args)
    if (this.bufferedAmount <= MAX_BUFFERED_BYTES || this.wasCut) return
    this.wasCut = true
    // A close frame would queue behind all that is not read.
    this.terminate()
  }
}
