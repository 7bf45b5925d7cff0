import { Button, VisuallyHidden } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowUp } from '@tabler/icons-react'
import { plural, t } from '../../i18n/t.ts'
import classes from './NewCallsBar.module.css'

const ANNOUNCE_AFTER_MS = 2000

/** Says how many calls came in above, and brings them in. */
export function NewCallsBar({ count, onShow }: { count: number; onShow: () => void }) {
  // Many calls in a row are told as one.
  const [announced] = useDebouncedValue(count, ANNOUNCE_AFTER_MS)
  return (
    <>
      {count > 0 && (
        <div className={classes.bar}>
          <Button
            size="compact-sm"
            radius="xl"
            leftSection={<IconArrowUp size={14} aria-hidden />}
            onClick={onShow}
          >
            {t('{n} new', { n: count })}
          </Button>
        </div>
      )}
      <VisuallyHidden role="status">
        {announced > 0 && plural(announced, '{n} new call above', '{n} new calls above')}
      </VisuallyHidden>
    </>
  )
}
