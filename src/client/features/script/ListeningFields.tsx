import { Checkbox, Group, NumberInput, Paper, Select, Stack, Text, Title } from '@mantine/core'
import { usualTexts } from '../../../server/domain/call-script-texts.ts'
import {
  type ConversationLanguage,
  conversationLanguages,
} from '../../../server/domain/conversation-language.ts'
import { ofServer, t } from '../../i18n/t.ts'
import { languageTitle } from '../../lib/conversation-languages.ts'
import type { ScriptEditing } from './use-script-editor.ts'

type ListeningFieldsProps = Pick<ScriptEditing, 'draft' | 'problems' | 'change'> & {
  isLocked: boolean
}

const numbers = [
  { name: 'maxRepeats', label: t('Repeats'), unit: t('times'), isTime: false, from: 0, to: 5 },
  {
    name: 'shortAnswerTimeoutSec',
    label: t('Wait for keys, yes or no'),
    unit: 's',
    isTime: true,
    from: 2,
    to: 30,
  },
  {
    name: 'storyTimeoutSec',
    label: t('Wait for own words'),
    unit: 's',
    isTime: true,
    from: 2,
    to: 60,
  },
] as const

/** In which languages it speaks, and how patient it is. */
export function ListeningFields({ draft, problems, change, isLocked }: ListeningFieldsProps) {
  const spoken = conversationLanguages.filter((language) => draft.languages[language] !== undefined)

  const setSpoken = (language: ConversationLanguage, isSpoken: boolean) => {
    const texts = isSpoken ? usualTexts[language] : undefined
    const languages = { ...draft.languages, [language]: texts }
    const [first] = conversationLanguages.filter((each) => languages[each] !== undefined)
    const isDefaultGone = languages[draft.defaultLanguage] === undefined
    change({ languages, ...(isDefaultGone && first && { defaultLanguage: first }) })
  }

  return (
    <Paper
      component="section"
      withBorder
      p={{ base: 'sm', sm: 'lg' }}
      aria-label={t('How it listens')}
    >
      <Stack gap="md">
        <div>
          <Title order={2}>{t('How it listens')}</Title>
          <Text size="sm" c="dimmed">
            {t('Which languages it speaks, and how patient it is.')}
          </Text>
        </div>
        <Group align="flex-start" gap="xl">
          <Checkbox.Group
            label={t('Languages')}
            description={t('One chooses by key or by saying it.')}
            value={spoken}
          >
            <Stack gap={6} mt={6}>
              {conversationLanguages.map((language) => (
                <Checkbox
                  key={language}
                  value={language}
                  label={languageTitle(language)}
                  // The last one stays: somebody has to say something.
                  disabled={isLocked || (spoken.length === 1 && spoken[0] === language)}
                  onChange={(event) => setSpoken(language, event.currentTarget.checked)}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <Select
            label={t('Begins in')}
            description={t('Unless the customer’s language is known.')}
            data={spoken.map((language) => ({ value: language, label: languageTitle(language) }))}
            value={draft.defaultLanguage}
            error={problems.defaultLanguage && ofServer(problems.defaultLanguage)}
            allowDeselect={false}
            disabled={isLocked}
            onChange={(value) => {
              const language = spoken.find((each) => each === value)
              if (language !== undefined) change({ defaultLanguage: language })
            }}
          />
        </Group>
        <Group align="flex-start" gap="sm">
          {numbers.map(({ name, label, unit, isTime, from, to }) => (
            <NumberInput
              key={name}
              id={`script-${name}`}
              label={label}
              description={
                isTime
                  ? t('From {from} to {to} seconds', { from, to })
                  : t('From {from} to {to}', { from, to })
              }
              w="12rem"
              suffix={` ${unit}`}
              min={from}
              max={to}
              allowDecimal={false}
              clampBehavior="none"
              value={draft[name]}
              error={problems[name] && ofServer(problems[name])}
              disabled={isLocked}
              onChange={(value) => change({ [name]: typeof value === 'number' ? value : -1 })}
            />
          ))}
        </Group>
      </Stack>
    </Paper>
  )
}
