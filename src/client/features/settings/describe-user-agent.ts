import { t } from '../../i18n/t.ts'

// Each names itself after those that came before it, so the newest are asked first.
const browsers: [mark: RegExp, name: string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Headless)?(?:Chrome|Chromium|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const systems: [mark: RegExp, name: string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

const nameOf = (userAgent: string, known: typeof browsers) =>
  known.find(([mark]) => mark.test(userAgent))?.[1] ?? null

/** "Firefox on Windows", as far as a browser tells it. */
export function describeUserAgent(userAgent: string | null): string {
  const browser = userAgent && nameOf(userAgent, browsers)
  const system = userAgent && nameOf(userAgent, systems)
  if (browser && system) return t('{browser} on {system}', { browser, system })
  return browser || (system ? t('A browser on {system}', { system }) : t('An unknown browser'))
}
