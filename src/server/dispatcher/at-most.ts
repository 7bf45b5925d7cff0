/**
 * Runs at most `max` of the given functions at a time and queues the rest in order. A burst of news
 * waits here: waiting for a database connection instead would end in a timeout.
 */
export function atMost(max: number): <Value>(run: () => Promise<Value>) => Promise<Value> {
  const queue: (() => void)[] = []
  let running = 0
  return async (run) => {
    if (running >= max) await new Promise<void>((resolve) => queue.push(resolve))
    else running += 1
    try {
      return await run()
    } finally {
      // The place is handed on, so that nobody who comes later slips in between.
      const next = queue.shift()
      if (next) next()
      else running -= 1
    }
  }
}
