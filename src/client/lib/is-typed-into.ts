const typed =
  'input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select, [contenteditable=true]'
const ownKeys = '[role=dialog], [role=menu], [role=listbox]'

/** What the browser itself holds open goes at its own Escape, wherever the focus is. */
const isPopoverOpen = (): boolean =>
  CSS.supports('selector(:popover-open)') && document.querySelector(':popover-open') !== null

/** Whether a key pressed here is meant for a field, or for a dialog or menu that is open. */
export const isTypedInto = (target: EventTarget | null): boolean =>
  (target instanceof Element && target.closest(`${typed}, ${ownKeys}`) !== null) ||
  // One that was closed is there until it has faded, and asks for nothing any more.
  document.querySelector('[role=dialog][aria-modal=true]:not([data-leaving])') !== null ||
  isPopoverOpen()

/** Whether a key pressed here is meant for this very dialog, and for no field or menu in it. */
export const isMeantFor = (target: EventTarget | null, dialog: string): boolean =>
  target instanceof Element && target.closest(`${typed}, ${ownKeys}`)?.matches(dialog) === true
