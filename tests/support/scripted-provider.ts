import type {
  LookUp,
  PlacementRequest,
  Provider,
  ProviderEvent,
} from '../../src/server/telephony/port.ts'

type Accepted = { providerCallId: string }

/** A provider that does what the test says, and keeps a ledger of all that it was asked. */
export class ScriptedProvider implements Provider {
  readonly name = 'scripted'
  readonly isSimulated = true
  readonly requests: PlacementRequest[] = []
  lookUps = 0
  /** Accepts by default. */
  onPlace: (request: PlacementRequest, signal: AbortSignal) => Promise<Accepted> = async (
    request,
  ) => ({ providerCallId: this.idOf(request.placementKey) })
  /** Knows nothing by default. */
  onLookUp: Provider['lookUp'] = async (): Promise<LookUp> => ({ found: false })

  private receive: (event: ProviderEvent) => Promise<void> = async () => undefined
  private waiters: { count: number; resolve: () => void }[] = []

  onEvent(receive: (event: ProviderEvent) => Promise<void>): void {
    this.receive = receive
  }

  place(request: PlacementRequest, signal: AbortSignal): Promise<Accepted> {
    this.requests.push(request)
    for (const { resolve } of this.waiters.filter(({ count }) => count <= this.requests.length)) {
      resolve()
    }
    return this.onPlace(request, signal)
  }

  async lookUp(attempt: Parameters<Provider['lookUp']>[0]): Promise<LookUp> {
    this.lookUps += 1
    return this.onLookUp(attempt)
  }

  hangUp: Provider['hangUp'] = async () => {}
  async close(): Promise<void> {}

  idOf(placementKey: string): string {
    return `line-of-${placementKey}`
  }

  /** Settles once `count` placements have been asked for. */
  whenAsked(count: number): Promise<void> {
    if (this.requests.length >= count) return Promise.resolve()
    return new Promise((resolve) => this.waiters.push({ count, resolve }))
  }

  /** Sends news as a callback would. */
  tell(event: ProviderEvent): Promise<void> {
    return this.receive(event)
  }
}
