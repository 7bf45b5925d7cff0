import { execFileSync } from 'node:child_process'

/** Brings `dist/server` up to the sources, as a fresh clone has it; the page stays as it is. */
export function buildServer(): void {
  execFileSync('npx', ['vite', 'build', '--ssr', '--logLevel', 'warn'], { stdio: 'inherit' })
}
