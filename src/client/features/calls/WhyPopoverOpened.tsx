import { Popover, Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { useId } from 'react'
import { useOpenAtOnce } from '../../components/use-first-press.ts'
import { t } from '../../i18n/t.ts'
import { WhyNotNowAnswer } from './detail/WhyNotNow.tsx'
import classes from './WhyPopover.module.css'
import type { WhyPopoverProps } from './WhyPopover.tsx'

export function WhyPopoverOpened({ call, children }: WhyPopoverProps) {
  const titleId = useId()
  const { target, isOpen, setIsOpen } = useOpenAtOnce()
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      width="min(22rem, 90vw)"
      position="bottom-start"
      shadow="md"
      withArrow
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <UnstyledButton ref={target} className={classes.target} onClick={() => setIsOpen(!isOpen)}>
          {children}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown
        className={classes.answer}
        // Else the words of the button would name it.
        aria-labelledby={titleId}
        tabIndex={-1}
        data-autofocus
      >
        <VisuallyHidden id={titleId}>
          {t('Why {customerName} is not called now', { customerName: call.customerName })}
        </VisuallyHidden>
        {isOpen && (
          <WhyNotNowAnswer callId={call.id}>
            {(title, content) => (
              <>
                <Text fw={600} size="sm" mb={4}>
                  {title}
                </Text>
                {content}
              </>
            )}
          </WhyNotNowAnswer>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
