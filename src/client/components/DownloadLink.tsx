import { ActionIcon, Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'

export type DownloadLinkProps = {
  href: string
  query: Readonly<Record<string, string | number | boolean | undefined>>
  label: string
  /** The label is read out and shows on pointing; only the icon stands there. */
  isShort?: boolean
}

/** Lets the browser fetch a file, which it shows coming and saves piece by piece. */
export function DownloadLink({ href, query, label, isShort }: DownloadLinkProps) {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  )
  const search = new URLSearchParams(given).toString()
  const address = search ? `${href}?${search}` : href
  if (isShort) {
    return (
      <ActionIcon
        component="a"
        href={address}
        download
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={label}
        title={label}
      >
        <IconDownload size={18} aria-hidden />
      </ActionIcon>
    )
  }
  return (
    <Button
      component="a"
      href={address}
      download
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
    >
      {label}
    </Button>
  )
}
