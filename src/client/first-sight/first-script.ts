import type { AskedAhead } from './first-answers.ts'
import { firstQuestions, type Question } from './first-questions.ts'

/**
 * Runs in the page's head, before its first paint and while its script is on its way: so that a page
 * kept dark does not flash white, and what the first sight shows is there when it is to be drawn. A
 * file of its own, because the content security policy allows no inline script, and so small that
 * nothing waits for it.
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

/**
 * The first formatter of dates has the browser look through all of its locales, which takes as long
 * as drawing many rows. It does so once for all threads: another one, by this same file, does it
 * while this one is busy.
 */
function readyFormatters(): void {
  const script = document.currentScript
  if (script instanceof HTMLScriptElement) new Worker(script.src)
}

if ('document' in globalThis) {
  chooseColorScheme()
  globalThis.ringbackAskedAhead = askAhead(firstQuestions(document.location))
  readyFormatters()
} else {
  Intl.DateTimeFormat()
  Intl.NumberFormat()
  new Intl.PluralRules()
  close()
}
