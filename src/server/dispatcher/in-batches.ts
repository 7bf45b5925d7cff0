/**
 * Gathers what is asked while an earlier batch is under way and answers it together: a burst costs
 * few statements, a single question waits for nothing. A batch that fails is tried one by one, so
 * that one bad item spoils no other.
 */
export function inBatches<In, Out>(
  run: (items: readonly In[]) => Promise<readonly Out[]>,
  maxSize = 200,
): (item: In) => Promise<Out> {
  type Waiting = { item: In; resolve: (answer: Out) => void; reject: (error: unknown) => void }
  let waiting: Waiting[] = []
  let isRunning = false

  async function answer(batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await run(batch.map(({ item }) => item))
      if (answers.length !== batch.length) throw new Error('A batch left somebody unanswered.')
      for (const [at, one] of answers.entries()) batch[at]?.resolve(one)
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error)
      else for (const one of batch) await answer([one])
    }
  }

  async function runAll(): Promise<void> {
    isRunning = true
    // What is asked in the same moment goes together.
    await Promise.resolve()
    while (waiting.length > 0) {
      const batch = waiting.slice(0, maxSize)
      waiting = waiting.slice(maxSize)
      await answer(batch)
    }
    isRunning = false
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!isRunning) void runAll()
    })
}
