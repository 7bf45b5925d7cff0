import { Group, Kbd, Stack, Switch, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Dialog } from '../components/Dialog.tsx'
import { t } from '../i18n/t.ts'
import { areSingleKeysOn, type Command, type Commands, turnSingleKeys } from '../lib/commands.tsx'
import classes from './KeyList.module.css'
import { keyWords } from './key-words.ts'

export type KeyListProps = { isOpen: boolean; onClose: () => void; commands: Commands }

/** Which keys do what on the page as it stands. */
export function KeyList({ isOpen, onClose, commands }: KeyListProps) {
  const [listed, setListed] = useState<readonly Command[]>([])
  const [isOn, setIsOn] = useState(areSingleKeysOn)
  useEffect(() => {
    if (!isOpen) return
    setListed(commands.list().filter(({ key }) => key !== undefined))
  }, [isOpen, commands])
  const turn = (on: boolean) => {
    turnSingleKeys(on)
    setIsOn(on)
  }
  const groups = [...new Set(listed.map(({ group }) => group))]
  return (
    <Dialog opened={isOpen} onClose={onClose} title={t('Keys')} size="lg">
      <Stack gap="md">
        <div className={classes.groups}>
          {groups.map((group) => (
            <section key={group}>
              <Title order={3} mb={6}>
                {group}
              </Title>
              <dl className={classes.keys}>
                {listed
                  .filter((command) => command.group === group)
                  .map(({ label, key = '', otherKeys = [] }) => (
                    <div key={label} className={classes.entry}>
                      <dt>{label}</dt>
                      <dd>
                        {[key, ...otherKeys].map((each) => (
                          <Kbd key={each}>{keyWords(each)}</Kbd>
                        ))}
                      </dd>
                    </div>
                  ))}
              </dl>
            </section>
          ))}
        </div>
        <Group justify="space-between">
          <Switch
            checked={isOn}
            onChange={(event) => turn(event.currentTarget.checked)}
            label={t('Single keys')}
            description={t('Off: only Ctrl+K and the keys within the table work.')}
          />
          <Text size="xs" c="dimmed">
            {t('None of them works while you type in a field.')}
          </Text>
        </Group>
      </Stack>
    </Dialog>
  )
}
