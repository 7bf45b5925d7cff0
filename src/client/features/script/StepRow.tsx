import { Text, Title, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconAlertCircle, IconBulb, IconPencil } from '@tabler/icons-react'
import { useId } from 'react'
import {
  optionalSteps,
  type ScriptStep,
  stepTitles,
} from '../../../server/domain/call-script-texts.ts'
import type { ConversationLanguage } from '../../../server/domain/conversation-language.ts'
import { spokenMs } from '../../../server/domain/spoken-time.ts'
import { capitalize } from '../../i18n/capitalize.ts'
import { ofServer, t } from '../../i18n/t.ts'
import { ScriptWords } from './ScriptWords.tsx'
import classes from './StepRow.module.css'
import { stepHints } from './script-groups.ts'
import { besideField } from './script-problems.ts'
import { TextEditor } from './TextEditor.tsx'

type StepRowProps = {
  step: ScriptStep
  language: ConversationLanguage
  text: string
  problem: string | undefined
  advice: string | undefined
  isOpen: boolean
  /** Null for who may only read. */
  onOpen: (() => void) | null
  onDone: () => void
  onChange: (text: string) => void
}

/** One step of the script: to be read, and opened to be written. */
export function StepRow(props: StepRowProps) {
  const { step, language, text, problem, advice, isOpen, onOpen } = props
  const notesId = useId()
  const title = capitalize(ofServer(stepTitles[step].toLowerCase()))
  const words = text === '' ? <em>{t('Left out')}</em> : <ScriptWords text={text} />
  return (
    <li className={classes.step}>
      <div className={classes.head}>
        <Title order={3}>{title}</Title>
        <Text size="xs" c="dimmed">
          {optionalSteps.has(step) && `${t('May be left out')} · `}
          {text === '' ? t('not said') : t('about {n} s', { n: Math.ceil(spokenMs(text) / 1000) })}
        </Text>
      </div>
      {isOpen ? (
        <TextEditor
          {...{ step, text, problem }}
          label={title}
          lang={language}
          describedBy={notesId}
          onChange={props.onChange}
          onDone={props.onDone}
        />
      ) : onOpen === null ? (
        <p className={classes.words} lang={language}>
          {words}
        </p>
      ) : (
        <UnstyledButton
          id={stepId(language, step)}
          className={classes.words}
          onClick={onOpen}
          aria-describedby={notesId}
          data-wrong={problem !== undefined || undefined}
        >
          <VisuallyHidden>{`${t('Edit {text}:', { text: title })} `}</VisuallyHidden>
          <span lang={language}>{words}</span>
          <IconPencil size={16} aria-hidden className={classes.pencil} />
        </UnstyledButton>
      )}
      <div id={notesId} className={classes.notes}>
        {problem !== undefined ? (
          <Note icon={IconAlertCircle} color="var(--mantine-color-error)">
            {besideField(ofServer(problem))}
          </Note>
        ) : (
          advice !== undefined && (
            <Note icon={IconBulb} color="var(--tone-middling-text)">
              {ofServer(advice)}
            </Note>
          )
        )}
        <Text size="xs" c="dimmed">
          {stepHints[step]}
        </Text>
      </div>
    </li>
  )
}

/** Where a step is opened from. */
export const stepId = (language: string, step: string) => `script-${language}-${step}`

function Note({
  icon: IconOf,
  color,
  children,
}: {
  icon: typeof IconBulb
  color: string
  children: string
}) {
  return (
    <Text size="sm" c={color} className={classes.note}>
      <IconOf size={16} aria-hidden />
      <span>{children}</span>
    </Text>
  )
}
