import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { findTestBrowser } from './find-browser.ts'
import { isBuilt } from './is-built.ts'

declare module 'vitest' {
  interface ProvidedContext {
    browserPath: string
  }
}

/**
 * Finds the browser, and builds the page that it will open and the server that `npm start` runs,
 * unless they are there as the sources are: once, before any test, because a build empties what a
 * test may be running.
 */
export async function setup(project: TestProject): Promise<void> {
  project.provide('browserPath', findTestBrowser())
  // As after `npm ci`, which builds both.
  if (await isBuilt()) return
  // As they are shipped: the tests' own mode would leave React's slow development build behind.
  const env = { ...process.env, NODE_ENV: 'production' }
  const run = promisify(execFile)
  const build = async (...what: string[]) => {
    const { stdout, stderr } = await run('npx', ['vite', 'build', ...what, '--logLevel', 'warn'], {
      env,
    })
    process.stdout.write(stdout + stderr)
  }
  // Neither keeps both cores busy by itself.
  await Promise.all([build(), build('--ssr')])
  if (!(await isBuilt())) throw new Error('vite build left something as it was')
}
