import { Popover, Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'
import { useFirstPress } from '../../components/use-first-press.ts'
import { WhyNotNowAnswer } from './detail/WhyNotNow.tsx'
import classes from './WhyPopover.module.css'

type WhyPopoverProps = { call: Pick<Call, 'id' | 'customerName'>; children: ReactNode }

/** What happens to a call next, as a button that opens the list of rules behind it. */
export function WhyPopover({ call, children }: WhyPopoverProps) {
  const titleId = useId()
  const { isPressed, press, target, isOpen, setIsOpen } = useFirstPress()
  if (!isPressed) {
    return (
      <UnstyledButton
        className={classes.target}
        onClick={press}
        aria-haspopup="dialog"
        aria-expanded={false}
      >
        {children}
      </UnstyledButton>
    )
  }
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
        <VisuallyHidden id={titleId}>Why {call.customerName} is not called now</VisuallyHidden>
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
