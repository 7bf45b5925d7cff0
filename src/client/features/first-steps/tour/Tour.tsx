import { Box, Button, CloseButton, Group, Popover, Portal, Text, Title } from '@mantine/core'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { useRights } from '../../../lib/rights.tsx'
import { endTour } from '../../../lib/tour.ts'
import classes from './Tour.module.css'
import { tourSteps } from './tour-steps.ts'
import { useTargetRect } from './use-target-rect.ts'

/** Goes through the page step by step; Escape ends it, and the focus goes back to where it was. */
export function Tour() {
  const rights = useRights()
  const navigate = useNavigate()
  const isAtCalls = useLocation({ select: ({ pathname }) => pathname === '/' })
  const steps = tourSteps.filter(({ right }) => right === undefined || rights.has(right))
  const [at, setAt] = useState(0)
  const cameFrom = useRef(document.activeElement)
  const step = steps[at]
  const rect = useTargetRect(step?.target ?? null)
  useEffect(() => {
    if (!isAtCalls) void navigate({ to: '/', replace: true })
  }, [isAtCalls, navigate])
  const end = () => {
    endTour()
    const { current } = cameFrom
    // What offered the tour may be gone with it.
    setTimeout(() => {
      const isThere = current instanceof HTMLElement && current.isConnected
      const next = isThere ? current : document.getElementById('content')
      next?.focus()
    })
  }
  if (step === undefined || rect === null) return null
  const isLast = at === steps.length - 1
  return (
    <Portal>
      {/* A click beside the dialog must not take the focus out of it. */}
      <Box className={classes.shade} onMouseDown={(event) => event.preventDefault()} />
      <Popover
        key={step.id}
        opened
        onChange={end}
        trapFocus
        closeOnClickOutside={false}
        withRoles={false}
        withArrow
        arrowSize={12}
        position="bottom"
        offset={14}
        width="min(22rem, calc(100vw - 1.5rem))"
        shadow="lg"
        radius="lg"
        zIndex={401}
        transitionProps={{ duration: 0 }}
        middlewares={{ shift: { padding: 12 }, flip: { padding: 12 } }}
      >
        <Popover.Target>
          <div className={classes.ring} style={rect} />
        </Popover.Target>
        <Popover.Dropdown
          role="dialog"
          aria-modal
          aria-labelledby="tour-title"
          aria-describedby="tour-words"
          p="md"
        >
          <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
            <Title order={2} id="tour-title">
              {step.title}
            </Title>
            <CloseButton aria-label={t('End the tour')} onClick={end} />
          </Group>
          <Text size="sm" mt={4} id="tour-words">
            {step.words}
          </Text>
          <Group justify="space-between" mt="md" gap="sm">
            <Text size="xs" c="dimmed">
              {t('{step} of {steps}', { step: at + 1, steps: steps.length })}
            </Text>
            <Group gap="xs">
              {at > 0 && (
                <Button size="xs" variant="default" onClick={() => setAt(at - 1)}>
                  {t('Back|a step')}
                </Button>
              )}
              <Button size="xs" data-autofocus onClick={() => (isLast ? end() : setAt(at + 1))}>
                {isLast ? t('Done') : t('Next')}
              </Button>
            </Group>
          </Group>
        </Popover.Dropdown>
      </Popover>
    </Portal>
  )
}
