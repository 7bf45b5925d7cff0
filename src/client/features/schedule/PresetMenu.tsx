import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { t } from '../../i18n/t.ts'
import { WEEK_PRESETS, type WeekPreset } from './week-presets.ts'

export function PresetMenu({ onPick }: { onPick: (preset: WeekPreset) => void }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('Start from a preset')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {WEEK_PRESETS.map((preset) => (
          <Menu.Item key={preset.name} onClick={() => onPick(preset)}>
            {preset.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
