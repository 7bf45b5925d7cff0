import { IconColumns3 } from '@tabler/icons-react'
import type { CallTab } from '../../../../server/domain/call-status.ts'
import { useFirstPress } from '../../../components/use-first-press.ts'
import { t } from '../../../i18n/t.ts'
import { createPart } from '../../../lib/part.ts'
import { ToolButton } from './tool.tsx'

const openedPart = createPart(async () => (await import('./ColumnsOpened.tsx')).ColumnsOpened)

/** Which columns the table shows, and in which order. */
export function ColumnsButton({ tab }: { tab: CallTab }) {
  const { Opened, buttonProps } = useFirstPress(openedPart)
  if (Opened !== null) return <Opened tab={tab} />
  return (
    <ToolButton
      name={t('Columns')}
      icon={IconColumns3}
      aria-haspopup="dialog"
      aria-expanded={false}
      {...buttonProps}
    />
  )
}
