import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'

export type DownloadLinkProps = {
  href: string
  query: Readonly<Record<string, string | undefined>>
  label: string
  /** What it says where the label is short. */
  title?: string
}

/** Lets the browser fetch a file, which it shows coming and saves piece by piece. */
export function DownloadLink({ href, query, label, title }: DownloadLinkProps) {
  const given = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1])
  const search = new URLSearchParams(given).toString()
  return (
    <Button
      component="a"
      aria-label={title}
      title={title}
      href={search ? `${href}?${search}` : href}
      download
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
    >
      {label}
    </Button>
  )
}
