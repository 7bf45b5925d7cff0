import { Button, VisuallyHidden } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowUp } from '@tabler/icons-react'
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
            {count.toLocaleString()} new
          </Button>
        </div>
      )}
      <VisuallyHidden role="status">
        {announced > 0 && `${announced} new ${announced === 1 ? 'call' : 'calls'} above`}
      </VisuallyHidden>
    </>
  )
}
