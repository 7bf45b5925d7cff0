import { IconBookmark } from '@tabler/icons-react'
import { useFirstPress } from '../../../components/use-first-press.ts'
import { t } from '../../../i18n/t.ts'
import { createPart } from '../../../lib/part.ts'
import { ToolButton } from './ToolButton.tsx'
import type { ViewsOpenedProps } from './ViewsOpened.tsx'

const openedPart = createPart(async () => (await import('./ViewsOpened.tsx')).ViewsOpened)

export function ViewsButton(props: ViewsOpenedProps) {
  const { Opened, buttonProps } = useFirstPress(openedPart)
  if (Opened !== null) return <Opened {...props} />
  return (
    <ToolButton
      name={t('Saved views')}
      icon={IconBookmark}
      isNamed={props.isNamed}
      aria-haspopup="dialog"
      aria-expanded={false}
      {...buttonProps}
    />
  )
}
