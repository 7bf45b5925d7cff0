import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { isMeantFor, isTypedInto } from './is-typed-into.ts'

/** Something that one can do from the keyboard: by its key, or by its name in the palette. */
export type Command = {
  group: string
  label: string
  /** A character as typed, or the name of a key; `mod+k` is Ctrl+K or ⌘K. */
  key?: string
  /** Further keys that do the same. */
  otherKeys?: readonly string[]
  /** Whether they do it here, where they may scroll or be another's; absent: everywhere. */
  areOthersHeardAt?: (target: EventTarget | null) => boolean
  /** Said in the list of keys alone. */
  isKeyOnly?: boolean
  /** Goes on for as long as the key is held; any other is done once. */
  isRepeated?: boolean
  /** What has the focus hears this key by itself. */
  isHeardElsewhere?: boolean
  /** A selector of the dialog in which its key is heard too; in any other, none is. */
  worksIn?: string
  run: () => void
}

export type Commands = {
  add: (read: () => readonly Command[]) => () => void
  list: () => readonly Command[]
}

function createCommands(): Commands {
  const sources = new Set<() => readonly Command[]>()
  return {
    add(read) {
      sources.add(read)
      return () => sources.delete(read)
    },
    list: () => [...sources].flatMap((read) => read()),
  }
}

const CommandsContext = createContext<Commands | null>(null)

/** Listens to the keys of the commands that whatever is below it offers. */
export function CommandsProvider({ children }: { children: ReactNode }) {
  const [commands] = useState(createCommands)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const command = commandFor(event, commands.list())
      if (command === undefined) return
      event.preventDefault()
      if (!event.repeat || command.isRepeated) command.run()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [commands])
  return <CommandsContext value={commands}>{children}</CommandsContext>
}

export function useCommandList(): Commands {
  const commands = useContext(CommandsContext)
  if (commands === null) throw new Error('useCommandList needs a CommandsProvider above it')
  return commands
}

/** Offers commands for as long as the component is drawn. */
export function useCommands(offered: readonly Command[]): void {
  const { add } = useCommandList()
  const latest = useRef(offered)
  latest.current = offered
  useEffect(() => add(() => latest.current), [add])
}

/** The command that a key means where it was pressed: none while one types, or answers a dialog. */
function commandFor(event: KeyboardEvent, commands: readonly Command[]): Command | undefined {
  const isMod = event.ctrlKey || event.metaKey
  const key = isMod ? `mod+${event.key.toLowerCase()}` : event.key
  if (event.altKey) return undefined
  if (!isMod && !areSingleKeysOn()) return undefined
  const isElsewhere = !isMod && isTypedInto(event.target)
  return commands.find(
    (command) =>
      !command.isHeardElsewhere &&
      (command.key === key || isOtherKey(command, key, event.target)) &&
      (!isElsewhere ||
        (command.worksIn !== undefined && isMeantFor(event.target, command.worksIn))),
  )
}

const isOtherKey = (command: Command, key: string, target: EventTarget | null): boolean =>
  command.otherKeys?.includes(key) === true && command.areOthersHeardAt?.(target) !== false

const OFF_KEY = 'ringback.single-keys'

/** Whoever speaks to the computer, or presses keys unawares, may turn single keys off. */
export const areSingleKeysOn = () => localStorage.getItem(OFF_KEY) !== 'off'
export const turnSingleKeys = (isOn: boolean) =>
  isOn ? localStorage.removeItem(OFF_KEY) : localStorage.setItem(OFF_KEY, 'off')
