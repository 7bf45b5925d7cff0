import { useEffect, useEffectEvent } from 'react'

const TYPING =
  'input:not([type="radio"]):not([type="checkbox"]), textarea, select, [contenteditable]'
/** These do something of their own when space is pressed on them. */
const PRESSABLE = 'button, a, [role="radio"], [role="switch"], input'

export type StageKeys = Record<'main' | 'step' | 'reset' | 'fullScreen', () => void>

/** Space, arrow right, R and F, wherever the focus is, but where somebody types or presses. */
export function useStageKeys(keys: StageKeys): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const target = event.target instanceof Element ? event.target : null
    if (target?.closest(TYPING)) return
    const isOnButton =
      target?.closest(PRESSABLE) && !target.closest('[role="radio"][aria-checked="true"]')
    if (event.key === ' ' && !isOnButton) run(event, keys.main)
    if (event.key === 'ArrowRight' && !target?.closest('[role="radio"], input'))
      run(event, keys.step)
    if (event.key === 'r' || event.key === 'R') run(event, keys.reset)
    if (event.key === 'f' || event.key === 'F') run(event, keys.fullScreen)
  })
  useEffect(() => {
    // Before the element that has the focus: a chosen radio would take the space for itself.
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [])
}

function run(event: KeyboardEvent, action: () => void) {
  event.preventDefault()
  event.stopPropagation()
  action()
}
