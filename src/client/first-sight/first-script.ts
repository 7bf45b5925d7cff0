import type { AskedAhead } from './first-answers.ts'
import { firstQuestions, type Question } from './first-questions.ts'

/**
 * Runs in the page's head, before its first paint and while its script is on its way: so that a page
 * kept dark does not flash white, and what the first sight shows is there when it is to be drawn. It
 * stands in the page's own file, so that it need not be asked for, and is small.
 */
function chooseColorScheme(): void {
  let kept: string | null = null
  try {
    kept = localStorage.getItem('mantine-color-scheme-value')
  } catch {
    // Storage may be forbidden; the system's scheme is then the answer.
  }
  const systemScheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  const scheme = kept === 'light' || kept === 'dark' ? kept : systemScheme
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme)
}

/** Asks all of it in one request, as tRPC's batches do. */
function askAhead(questions: readonly Question[]): AskedAhead {
  const inputs = questions.flatMap(({ input }, at) => (input === undefined ? [] : [[at, input]]))
  const paths = questions.map(({ path }) => path).join(',')
  const input = encodeURIComponent(JSON.stringify(Object.fromEntries(inputs)))
  let cameAtMs: number | null = null
  const answers = fetch(`/trpc/${paths}?batch=1&input=${input}`).then((response) => {
    cameAtMs = Date.now()
    return response.json()
  })
  // The page may never come to hear of it.
  answers.catch(() => undefined)
  return { questions, answers, cameAtMs: () => cameAtMs }
}

chooseColorScheme()
globalThis.ringbackAskedAhead = askAhead(firstQuestions(document.location))
// The first formatter has the browser look through all of its locales, which takes as long as drawing
// many rows. The page has nothing else to do yet once the rest of its head is read.
setTimeout(() => Intl.DateTimeFormat())
