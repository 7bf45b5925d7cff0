import { runNamed } from '../support/run-named.ts'

await runNamed(import.meta.dirname, 'chaos')
