import { Button, Group, Text, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useLayoutEffect, useRef } from 'react'
import { scriptPlaceholders } from '../../../server/domain/call-script-placeholders.ts'
import type { ScriptStep } from '../../../server/domain/call-script-texts.ts'
import { t } from '../../i18n/t.ts'
import classes from './StepRow.module.css'
import { placeholderLabels } from './script-groups.ts'

type TextEditorProps = {
  step: ScriptStep
  label: string
  lang: string
  text: string
  problem: string | undefined
  describedBy: string
  onChange: (text: string) => void
  onDone: () => void
}

/** One text, with what can be put in at the caret. */
export function TextEditor(props: TextEditorProps) {
  const { step, text, onChange, onDone } = props
  const field = useRef<HTMLTextAreaElement>(null)
  const caret = useRef<number | null>(text.length)

  // First to the end of the text; then, once a placeholder stands in the field, behind it.
  useLayoutEffect(() => {
    if (caret.current === null || field.current?.value !== text) return
    field.current.focus()
    field.current.setSelectionRange(caret.current, caret.current)
    caret.current = null
  }, [text])

  const insert = (name: string) => {
    const { selectionStart = text.length, selectionEnd = text.length } = field.current ?? {}
    const placed = `{${name}}`
    caret.current = selectionStart + placed.length
    onChange(text.slice(0, selectionStart) + placed + text.slice(selectionEnd))
  }

  const names =
    step === 'otherLanguage' ? [...scriptPlaceholders, 'key' as const] : scriptPlaceholders
  return (
    <div className={classes.editor}>
      <Textarea
        ref={field}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        lang={props.lang}
        autosize
        minRows={2}
        maxRows={12}
        value={text}
        error={props.problem !== undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onDone()}
      />
      <Group gap={6} mt={6} justify="space-between">
        <Group gap={6} role="group" aria-label={t('Put in what each call fills out')}>
          {names.map((name) => (
            <Button
              key={name}
              size="compact-sm"
              variant="default"
              radius="xl"
              leftSection={<IconPlus size={12} aria-hidden />}
              onClick={() => insert(name)}
            >
              {placeholderLabels[name]}
            </Button>
          ))}
        </Group>
        <Group gap="sm">
          <Text size="xs" c="dimmed">
            {t('{n} of {most}', { n: text.length, most: 600 })}
          </Text>
          <Button size="compact-sm" onClick={onDone}>
            {t('Done')}
          </Button>
        </Group>
      </Group>
    </div>
  )
}
