import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * Path of a Chromium without windows for the browser tests, where one is installed: the same engine,
 * and a fifth less to compute for each page. Else of any.
 */
export const findTestBrowser = (): string =>
  process.env.CHROMIUM_PATH ||
  onPath(['chromium-headless-shell']).find(isExecutable) ||
  findBrowser()

/**
 * Path of a Chromium: an installed one, else the one that Playwright downloaded, else (Debian, as
 * root) the package, installed now. Throws with what to do.
 */
export function findBrowser(): string {
  const named = process.env.CHROMIUM_PATH
  if (named) return named
  const found = findInstalled() ?? findDownloaded() ?? installPackage()
  if (found) return found
  throw new Error(
    'The browser tests need Chromium. Install it (Debian: apt-get install chromium; anywhere: ' +
      'npx playwright-core install chromium), or name one in CHROMIUM_PATH.',
  )
}

function onPath(wanted: string[]): string[] {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return wanted.flatMap((name) => folders.map((folder) => path.join(folder, name)))
}

const findInstalled = (): string | undefined => [...onPath(names), ...elsewhere].find(isExecutable)

function findDownloaded(): string | null {
  const file = chromium.executablePath()
  return existsSync(file) ? file : null
}

function installPackage(): string | null {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (...args: string[]) => execFileSync('apt-get', args, { env, stdio: 'ignore' })
  try {
    run('update', '-qq')
    run('install', '-y', '-qq', '--no-install-recommends', 'chromium')
  } catch {
    return null
  }
  return findInstalled() ?? null
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * The suggestions below the address field, which the browser keeps ready beside every window as two
 * pages of its own: most of a second of processor time while our page opens.
 */
const omniboxPages = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup']
/** What Playwright turns off itself: of two such switches Chromium hears the last alone. */
const offInPlaywright = [
  ...['AimEnabled', 'AvoidCorsURLLoaderRestartOnRedirect', 'AvoidUnnecessaryBeforeUnloadCheckSync'],
  ...['DestroyProfileOnBrowserClose', 'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades'],
  ...['LensOverlay', 'MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints'],
  ...['PaintHolding', 'PreconnectToSearch', 'TcpPortRandomizationWin'],
  ...['ThirdPartyStoragePartitioning'],
]

/** Headless, without the calls home that a closed network would only refuse. */
export const browserArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
  `--disable-features=${[...omniboxPages, ...offInPlaywright].join(',')}`,
]
