import { ActionIcon, Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import {
  type Icon,
  IconChevronDown,
  IconChevronUp,
  IconColumns3,
  IconMinus,
  IconPlus,
} from '@tabler/icons-react'
import type { CallTab } from '../../../../server/domain/call-status.ts'
import { t } from '../../../i18n/t.ts'
import { columnsOfTab } from '../call-columns.tsx'
import { isFixed, moved, ordered, resized, toggled, usualColumns } from './column-choice.ts'
import { ToolPopover } from './ToolPopover.tsx'
import { useColumnChoice } from './use-column-choice.ts'

export function ColumnsOpened({ tab }: { tab: CallTab }) {
  const [choice, setChoice] = useColumnChoice(tab)
  const columns = ordered(columnsOfTab(tab), choice)
  const ids = columns.map(({ id }) => id)
  const movable = columns.filter(({ id }) => !isFixed(id))
  return (
    <ToolPopover name={t('Columns')} icon={IconColumns3}>
      {() => (
        <Stack gap={4}>
          {movable.map(({ id, header: name, width }, index) => {
            return (
              <Group key={id} justify="space-between" wrap="nowrap" gap="lg">
                <Checkbox
                  size="sm"
                  label={name}
                  checked={!choice.hidden.includes(id)}
                  onChange={() => setChoice(toggled(choice, id))}
                />
                <Group gap={2} wrap="nowrap">
                  <Step
                    label={t('Make {name} narrower', { name })}
                    icon={IconMinus}
                    onClick={() => setChoice(resized(choice, id, width - 1))}
                  />
                  <Step
                    label={t('Make {name} wider', { name })}
                    icon={IconPlus}
                    onClick={() => setChoice(resized(choice, id, width + 1))}
                  />
                  <Step
                    label={t('Move {name} forward', { name })}
                    icon={IconChevronUp}
                    disabled={index === 0}
                    onClick={() => setChoice(moved(choice, { ids, id, by: -1 }))}
                  />
                  <Step
                    label={t('Move {name} back', { name })}
                    icon={IconChevronDown}
                    disabled={index === movable.length - 1}
                    onClick={() => setChoice(moved(choice, { ids, id, by: 1 }))}
                  />
                </Group>
              </Group>
            )
          })}
          <Text size="xs" c="dimmed" mt={4}>
            {t('Kept on this device. Widths can also be dragged at the edge of a heading.')}
          </Text>
          <Button variant="default" size="xs" onClick={() => setChoice(usualColumns)}>
            {t('Reset the columns')}
          </Button>
        </Stack>
      )}
    </ToolPopover>
  )
}

type StepProps = { label: string; icon: Icon; disabled?: boolean; onClick: () => void }

function Step({ label, icon: IconOf, ...rest }: StepProps) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} {...rest}>
      <IconOf size={16} aria-hidden />
    </ActionIcon>
  )
}
