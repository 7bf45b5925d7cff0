import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'

export type LedgerEntry = {
  sid: string
  to: string
  /** The second part of the path of the address that the call's instructions come from. */
  placementKey: string
  acceptedAt: string
  fault: string | null
}

/** Writes down every accepted call so that no crash can forget it. */
export function openLedger(file: string) {
  const handle = openSync(file, 'a')
  return {
    write(entry: LedgerEntry): void {
      writeSync(handle, `${JSON.stringify(entry)}\n`)
      fsyncSync(handle)
    },
    close: () => closeSync(handle),
  }
}
export type Ledger = ReturnType<typeof openLedger>
