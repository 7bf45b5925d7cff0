import type { Deps } from '../deps.ts'

/** Hangs up lines whose calls are gone; one that cannot be is left to end by itself. */
export async function hangUpLines(
  deps: Pick<Deps, 'provider' | 'log'>,
  providerCallIds: readonly string[],
): Promise<void> {
  for (const providerCallId of providerCallIds) {
    await deps.provider.hangUp(providerCallId).catch((err: unknown) => {
      deps.log.warn({ err, providerCallId }, 'a call that was removed could not be hung up')
    })
  }
}
