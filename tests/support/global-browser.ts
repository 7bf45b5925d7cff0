import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { findBrowser } from './find-browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    browserPath: string
  }
}

/** Finds the browser and builds the page that it will open. */
export function setup(project: TestProject): void {
  project.provide('browserPath', findBrowser())
  // As it is shipped: the tests' own mode would leave React's slow development build behind.
  const env = { ...process.env, NODE_ENV: 'production' }
  execFileSync('npx', ['vite', 'build', '--logLevel', 'warn'], { env, stdio: 'inherit' })
  if (!existsSync('dist/client/index.html')) throw new Error('vite build left no page to open')
}
