import { t } from '../../i18n/t.ts'
import type { LiveStatus } from './live-status.ts'

const marks: Record<LiveStatus['kind'], string> = {
  live: '',
  // Over in a moment: a title that flickers is worse than one that is a moment late.
  catching_up: '',
  stale: `${t('Stale')} · `,
  offline: `${t('Offline')} · `,
}

/** What the browser's tab says of a list that one may not be looking at. */
export const pageTitle = (page: { label: string; count: number | null; status: LiveStatus }) =>
  `${marks[page.status.kind]}${page.count === null ? '' : `(${page.count}) `}${page.label} · Ringback`
