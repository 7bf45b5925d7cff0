import pg from 'pg'

/** Text that goes to every process that listens on the same channel of the same database. */
export type Notifications = {
  /** Rejects while there is no connection; nothing is kept for later. */
  notify(texts: readonly string[]): Promise<void>
  close(): Promise<void>
}

const HEARTBEAT_MS = 10_000
const ANSWER_MS = 5000

/**
 * LISTEN and NOTIFY on a connection of their own, outside of every transaction, because NOTIFY takes
 * a lock at commit that all transactions share. It is opened anew for as long as it takes, and asked
 * now and then whether it still answers: a firewall may drop a silent connection without a word.
 */
export function openNotifications(input: {
  url: string
  channel: string
  onText: (text: string) => void
  /** LISTEN stands. What was said before, and while it did not stand, is lost. */
  onConnected: () => void
  onFailure: (error: unknown) => void
  retryDelayMs: (failures: number) => number
}): Notifications {
  const { url, channel, onText, onConnected, onFailure, retryDelayMs } = input
  let current: pg.Client | null = null
  let isClosed = false
  let failures = 0
  let timer: NodeJS.Timeout | undefined

  async function open(): Promise<void> {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'ringback wake-ups',
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
      keepAlive: true,
    })
    client.on('notification', ({ payload }) => onText(payload ?? ''))
    client.on('error', (error) => lose(client, error))
    client.on('end', () => lose(client, new Error('The connection ended.')))
    current = client
    try {
      await client.connect()
      await client.query(`listen ${pg.escapeIdentifier(channel)}`)
      if (current !== client) return
      failures = 0
      timer = setTimeout(() => void checkHeartbeat(client), HEARTBEAT_MS)
      onConnected()
    } catch (error) {
      lose(client, error)
    }
  }

  /** The first word of a lost connection counts; it may say so several times. */
  function lose(client: pg.Client, error: unknown): void {
    if (current !== client || isClosed) return
    current = null
    clearTimeout(timer)
    failures += 1
    onFailure(error)
    void client.end().catch(() => undefined)
    timer = setTimeout(() => void open(), retryDelayMs(failures))
  }

  async function checkHeartbeat(client: pg.Client): Promise<void> {
    try {
      await client.query('select 1')
      if (current === client) {
        timer = setTimeout(() => void checkHeartbeat(client), HEARTBEAT_MS)
      }
    } catch (error) {
      lose(client, error)
    }
  }

  void open()
  return {
    async notify(texts) {
      if (current === null) throw new Error('There is no connection to notify through.')
      const sql = 'select pg_notify($1, text) from unnest($2::text[]) as text'
      await current.query(sql, [channel, texts])
    },
    async close() {
      isClosed = true
      clearTimeout(timer)
      await current?.end().catch(() => undefined)
    },
  }
}
