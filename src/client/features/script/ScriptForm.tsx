import { Badge, Button, Stack, Tabs } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { languagesOf } from '../../../server/domain/call-script.schema.ts'
import { adviseOnScript } from '../../../server/domain/call-script-advice.ts'
import type { ScriptStep } from '../../../server/domain/call-script-texts.ts'
import type { SavedCallScript } from '../../../server/domain/call-script-version.schema.ts'
import { SaveBar } from '../../components/SaveBar.tsx'
import { UnsavedChangesGuard } from '../../components/UnsavedChangesGuard.tsx'
import { WhyNot } from '../../components/WhyNot.tsx'
import { t } from '../../i18n/t.ts'
import { languageTitle } from '../../lib/conversation-languages.ts'
import { useWhyNot } from '../../lib/rights.tsx'
import { ListeningFields } from './ListeningFields.tsx'
import { ScriptConflict } from './ScriptConflict.tsx'
import classes from './ScriptForm.module.css'
import { ScriptSource } from './ScriptSource.tsx'
import { StepGroup } from './StepGroup.tsx'
import { StepRow, stepId } from './StepRow.tsx'
import { scriptGroups } from './script-groups.ts'
import { placeOfProblem, textPath } from './script-problems.ts'
import { Trial } from './trial/Trial.tsx'
import { useScriptEditor } from './use-script-editor.ts'
import { VoicemailChoice } from './VoicemailChoice.tsx'

type ScriptFormProps = { newest: SavedCallScript; campaignId: string | null }

const TRIAL_ID = 'script-trial'

export function ScriptForm({ newest, campaignId }: ScriptFormProps) {
  const editor = useScriptEditor(newest, campaignId)
  const { draft, problems, ownProblems } = editor
  const whyNot = useWhyNot('schedule.change', 'change what calls say')
  const [chosen, setChosen] = useState(draft.defaultLanguage)
  const [open, setOpen] = useState<ScriptStep | null>(null)
  const [wasRefused, setWasRefused] = useState(false)
  const spoken = languagesOf(draft)
  const language = spoken.includes(chosen) ? chosen : draft.defaultLanguage
  const texts = draft.languages[language]
  const advice = texts ? adviseOnScript(texts, language) : {}

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const [first] = Object.keys(ownProblems)
    setWasRefused(first !== undefined)
    if (first === undefined) {
      setOpen(null)
      editor.save()
    } else showProblem(first)
  }

  const showProblem = (path: string) => {
    const place = placeOfProblem(path)
    const wanted = spoken.find((each) => each === place?.language)
    if (place === null || wanted === undefined) {
      document.getElementById(`script-${path}`)?.focus()
      return
    }
    setChosen(wanted)
    setOpen(null)
    // After the steps of the other language have been drawn.
    requestAnimationFrame(() => {
      const step = document.getElementById(stepId(place.language, place.step))
      step?.scrollIntoView({ block: 'center' })
      step?.focus({ preventScroll: true })
    })
  }

  const row = (step: ScriptStep) => (
    <StepRow
      key={`${language} ${step}`}
      step={step}
      language={language}
      text={texts?.[step] ?? ''}
      problem={problems[textPath(language, step)]}
      advice={advice[step]}
      isOpen={open === step && whyNot === null}
      onOpen={whyNot === null ? () => setOpen(step) : null}
      onDone={() => {
        setOpen(null)
        requestAnimationFrame(() => document.getElementById(stepId(language, step))?.focus())
      }}
      onChange={(text) => editor.changeText(language, step, text)}
    />
  )

  return (
    <form onSubmit={submit} noValidate aria-label={t('Script')}>
      <UnsavedChangesGuard isDirty={editor.isDirty} what={t('the script')} />
      <div className={classes.columns}>
        <Stack gap="lg">
          <ScriptSource saved={newest} isCampaign={campaignId !== null} editor={editor} />
          {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
          <Button
            className={classes.toTrial}
            variant="default"
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
            onClick={() => document.getElementById(TRIAL_ID)?.scrollIntoView()}
          >
            {t('Try the conversation')}
          </Button>
          <Tabs
            value={language}
            onChange={(value) => {
              setOpen(null)
              setChosen(spoken.find((each) => each === value) ?? language)
            }}
          >
            <Tabs.List aria-label={t('Language of the texts')}>
              {spoken.map((each) => {
                const wrong = Object.keys(problems).filter(
                  (path) => placeOfProblem(path)?.language === each,
                ).length
                return (
                  <Tabs.Tab
                    key={each}
                    value={each}
                    rightSection={
                      wrong > 0 && (
                        <Badge color="red.9" size="sm">
                          {t('{n} to mend', { n: wrong })}
                        </Badge>
                      )
                    }
                  >
                    {languageTitle(each)}
                  </Tabs.Tab>
                )
              })}
            </Tabs.List>
            <Tabs.Panel value={language} pt="md">
              <Stack gap="lg">
                {scriptGroups.map(({ title, description, steps }) => (
                  <StepGroup key={title} title={title} description={description}>
                    {steps.map(row)}
                  </StepGroup>
                ))}
                <StepGroup
                  title={t('Voicemail')}
                  description={t('When a machine answers instead of a person.')}
                  before={
                    <VoicemailChoice
                      value={draft.voicemail}
                      isLocked={whyNot !== null}
                      onChange={(voicemail) => editor.change({ voicemail })}
                    />
                  }
                >
                  {draft.voicemail === 'leave_message' && row('voicemail')}
                </StepGroup>
              </Stack>
            </Tabs.Panel>
          </Tabs>
          <ListeningFields
            draft={draft}
            problems={problems}
            change={editor.change}
            isLocked={whyNot !== null}
          />
        </Stack>
        <div id={TRIAL_ID} className={classes.trial}>
          <Trial
            script={editor.script}
            language={language}
            problemCount={Object.keys(ownProblems).length}
          />
        </div>
      </div>
      <SaveBar
        saveLabel={t('Save script')}
        isDirty={editor.isDirty}
        isSaving={editor.isSaving}
        outcome={null}
        error={editor.saveError}
        problemCount={wasRefused ? Object.keys(ownProblems).length : 0}
        onDiscard={editor.discard}
        conflict={
          editor.theirs && (
            <ScriptConflict
              theirs={editor.theirs}
              onMerge={editor.mergeTheirs}
              onLoadTheirs={editor.discard}
            />
          )
        }
      />
    </form>
  )
}
