import { Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { SavedScheduleConfig } from '../../../server/domain/schedule-config-version.schema.ts'
import { SaveBar } from '../../components/SaveBar.tsx'
import { UnsavedChangesGuard } from '../../components/UnsavedChangesGuard.tsx'
import { WhyNot } from '../../components/WhyNot.tsx'
import { t } from '../../i18n/t.ts'
import { useWhyNot } from '../../lib/rights.tsx'
import { BlockedDates } from './BlockedDates.tsx'
import { ConflictNotice } from './ConflictNotice.tsx'
import { HolidayFields } from './HolidayFields.tsx'
import { LifetimeFields } from './LifetimeFields.tsx'
import { LimitFields } from './LimitFields.tsx'
import { PauseControl } from './PauseControl.tsx'
import { PreviewDigest } from './PreviewDigest.tsx'
import { QuietHoursFields } from './QuietHoursFields.tsx'
import { RetryFields } from './RetryFields.tsx'
import { ScheduleForecast } from './ScheduleForecast.tsx'
import classes from './ScheduleForm.module.css'
import { ScheduleHistory } from './ScheduleHistory.tsx'
import { SchedulePreview } from './SchedulePreview.tsx'
import { ScheduleSection } from './ScheduleSection.tsx'
import { ScheduleSummary } from './ScheduleSummary.tsx'
import { fieldId } from './schedule-problems.ts'
import { TimeZoneField } from './TimeZoneField.tsx'
import { useHolidayCalendar } from './use-holiday-calendar.ts'
import { useScheduleEditor } from './use-schedule-editor.ts'
import { useSchedulePreview } from './use-schedule-preview.ts'
import { WeekEditor } from './WeekEditor.tsx'

function showField(path: string) {
  const field = document.getElementById(fieldId(path))
  // In the middle, since the bar at the lower edge would hide what is only just in sight.
  field?.scrollIntoView({ block: 'center' })
  field?.focus({ preventScroll: true })
}

const PREVIEW_ID = 'schedule-preview'

export function ScheduleForm({ newest }: { newest: SavedScheduleConfig }) {
  const editor = useScheduleEditor(newest)
  const calendar = useHolidayCalendar()
  const whyNot = useWhyNot('schedule.change', 'change these rules')
  const [wasRefused, setWasRefused] = useState(false)
  const { draft, problems, change } = editor
  const preview = useSchedulePreview({
    config: Object.keys(editor.ownProblems).length === 0 ? draft : null,
    savedVersion: editor.base.version,
  })
  const editing = { draft, problems, change }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const [firstPath] = Object.keys(editor.ownProblems)
    setWasRefused(firstPath !== undefined)
    if (firstPath === undefined) editor.save()
    else showField(firstPath)
  }

  return (
    <form onSubmit={submit} noValidate aria-label={t('Calling schedule')}>
      <UnsavedChangesGuard isDirty={editor.isDirty} what={t('the schedule')} />
      <Stack gap="lg">
        <PauseControl isPaused={editor.base.config.paused} {...editor.pausing} />
        <div className={classes.columns}>
          <Stack gap="lg" className={classes.fields}>
            <fieldset disabled={whyNot !== null} className={classes.rules} aria-label={t('Rules')}>
              {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
              <ScheduleSection
                title={t('Week')}
                description={t(
                  'A window belongs to the weekday on which it starts; its end is outside it. A window that ends before it starts reaches into the next day.',
                )}
              >
                <TimeZoneField {...editing} />
                <WeekEditor {...editing} />
              </ScheduleSection>
              <ScheduleSection
                title={t('Days without calls')}
                description={t(
                  'No call goes out on these dates, neither from their own windows nor from one reaching in from the day before.',
                )}
              >
                <HolidayFields {...editing} calendar={calendar} />
                <BlockedDates {...editing} calendar={calendar} />
              </ScheduleSection>
              <ScheduleSection
                title={t('Quiet hours')}
                description={t(
                  'No customer is called in these hours of their own time zone. No window can widen them.',
                )}
              >
                <QuietHoursFields {...editing} />
              </ScheduleSection>
              <ScheduleSection
                title={t('Around the service')}
                description={t('When a call may first go out, and how long it is worth trying.')}
              >
                <LifetimeFields {...editing} />
              </ScheduleSection>
              <ScheduleSection
                title={t('Retries')}
                description={t(
                  'How long to wait before the next try, by how the last one ended. A try that would fall outside the windows moves to the next one’s start.',
                )}
              >
                <RetryFields {...editing} />
              </ScheduleSection>
              <ScheduleSection title={t('Limits')} description={t('How much may happen at once.')}>
                <LimitFields {...editing} />
              </ScheduleSection>
            </fieldset>
            <ScheduleSection
              title={t('History')}
              description={t('Every version that was saved, and by whom.')}
            >
              <ScheduleHistory
                current={newest}
                isDirty={editor.isDirty}
                onTry={change}
                onRestored={editor.noteRestored}
              />
            </ScheduleSection>
          </Stack>
          <div className={classes.aside}>
            <div className={classes.preview} id={PREVIEW_ID}>
              <SchedulePreview preview={preview} isDirty={editor.isDirty} />
            </div>
            <div className={classes.forecast}>
              <ScheduleForecast
                timeZone={editor.base.config.timeZone}
                version={editor.base.version}
              />
            </div>
            <div className={classes.summary}>
              <ScheduleSummary draft={draft} problems={editor.ownProblems} calendar={calendar} />
            </div>
          </div>
        </div>
      </Stack>
      <SaveBar
        saveLabel={t('Save schedule')}
        isDirty={editor.isDirty}
        isSaving={editor.isSaving}
        outcome={<PreviewDigest preview={preview} previewId={PREVIEW_ID} />}
        error={editor.saveError}
        problemCount={wasRefused ? Object.keys(editor.ownProblems).length : 0}
        onDiscard={editor.discard}
        conflict={
          editor.theirs && (
            <ConflictNotice
              base={editor.base}
              draft={draft}
              theirs={editor.theirs}
              savedBy={editor.savedBy}
              onLoadTheirs={editor.discard}
              onMerge={editor.mergeTheirs}
            />
          )
        }
      />
    </form>
  )
}
