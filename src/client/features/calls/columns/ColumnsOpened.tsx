import { ActionIcon, Button, Checkbox, Group, Popover, Stack, Text } from '@mantine/core'
import {
  IconChevronDown,
  IconChevronUp,
  IconColumns3,
  IconMinus,
  IconPlus,
} from '@tabler/icons-react'
import type { CallTab } from '../../../../server/domain/call-status.ts'
import { useOpenAtOnce } from '../../../components/use-first-press.ts'
import { columnsOfTab } from '../call-columns.tsx'
import { isFixed, moved, ordered, resized, toggled, usualColumns } from './column-choice.ts'
import { useColumnChoice } from './use-column-choice.ts'

export function ColumnsOpened({ tab }: { tab: CallTab }) {
  const { target, isOpen, setIsOpen } = useOpenAtOnce()
  const [choice, setChoice] = useColumnChoice(tab)
  const columns = ordered(columnsOfTab(tab), choice)
  const ids = columns.map(({ id = '' }) => id)
  const movable = columns.filter(({ id = '' }) => !isFixed(id))
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <ActionIcon
          ref={target}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label="Columns"
          title="Columns"
          onClick={() => setIsOpen(!isOpen)}
        >
          <IconColumns3 size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        <Stack gap={4}>
          {movable.map(({ id = '', header, meta }, index) => (
            <Group key={id} justify="space-between" wrap="nowrap" gap="lg">
              <Checkbox
                size="sm"
                label={String(header)}
                checked={!choice.hidden.includes(id)}
                onChange={() => setChoice(toggled(choice, id))}
              />
              <Group gap={2} wrap="nowrap">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`Make ${String(header)} narrower`}
                  onClick={() => setChoice(resized(choice, id, (meta?.width ?? 8) - 1))}
                >
                  <IconMinus size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`Make ${String(header)} wider`}
                  onClick={() => setChoice(resized(choice, id, (meta?.width ?? 8) + 1))}
                >
                  <IconPlus size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`Move ${String(header)} forward`}
                  disabled={index === 0}
                  onClick={() => setChoice(moved(choice, { ids, id, by: -1 }))}
                >
                  <IconChevronUp size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`Move ${String(header)} back`}
                  disabled={index === movable.length - 1}
                  onClick={() => setChoice(moved(choice, { ids, id, by: 1 }))}
                >
                  <IconChevronDown size={16} aria-hidden />
                </ActionIcon>
              </Group>
            </Group>
          ))}
          <Text size="xs" c="dimmed" mt={4}>
            Kept on this device. Widths can also be dragged at the edge of a heading.
          </Text>
          <Button variant="default" size="xs" onClick={() => setChoice(usualColumns)}>
            As they were
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
