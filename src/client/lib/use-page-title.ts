import { useDocumentTitle } from '@mantine/hooks'

/** Names the page in the browser's tab: "Cases · Ringback". */
export const usePageTitle = (page: string): void => useDocumentTitle(`${page} · Ringback`)
