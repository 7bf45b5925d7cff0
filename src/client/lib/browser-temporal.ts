import type * as polyfill from 'temporal-polyfill'

type Polyfill = typeof polyfill.Temporal

/**
 * The page's build puts this module in place of `temporal-polyfill`: browsers have Temporal of their
 * own by now. Nothing may use it while modules are still being loaded.
 */
export let Temporal = Reflect.get(globalThis, 'Temporal') as Polyfill

/** Fetches the polyfill where the browser has no Temporal; to be awaited before the page is drawn. */
export async function readyTemporal(): Promise<void> {
  if (Temporal !== undefined) return
  Temporal = (await import('temporal-polyfill/implementation')).Temporal
}
