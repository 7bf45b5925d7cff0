import { useFullscreenDocument } from '@mantine/hooks'
import { useState } from 'react'
import { type StageScenario, stageCreateSchema } from '../../../../server/domain/stage.schema.ts'
import { ofServer, t } from '../../../i18n/t.ts'
import { fictionalName, fictionalPhoneNumber } from '../fiction.ts'
import { StageBar } from './StageBar.tsx'
import { StageCall } from './StageCall.tsx'
import { StageControls } from './StageControls.tsx'
import { StageFigures } from './StageFigures.tsx'
import { StageSetup, type StageWish } from './StageSetup.tsx'
import classes from './StageView.module.css'
import { stageAction } from './stage-action.ts'
import { useStage } from './use-stage.ts'
import { useStageKeys } from './use-stage-keys.ts'

const firstWish = (scenarios: readonly StageScenario[]): StageWish => ({
  scenarioId: scenarios[0]?.id ?? '',
  customerName: fictionalName(),
  phoneNumber: fictionalPhoneNumber(),
})

export function StageFloor({ scenarios }: { scenarios: readonly StageScenario[] }) {
  const stage = useStage(scenarios)
  const [wish, setWish] = useState(() => firstWish(scenarios))
  const [problems, setProblems] = useState<Record<string, string>>({})
  const { fullscreen, toggle } = useFullscreenDocument()
  const { made } = stage

  const change = (patch: Partial<StageWish>) => {
    setWish((now) => ({ ...now, ...patch }))
    setProblems({})
    // Only its failure: what is on its way is still to be heard of.
    if (made.create.isError) made.create.reset()
  }
  const start = () => {
    if (stage.isBusy) return
    const phoneNumber = wish.phoneNumber.trim() || undefined
    const read = stageCreateSchema.safeParse({ ...wish, phoneNumber })
    if (read.success) return stage.start(read.data)
    setProblems(
      Object.fromEntries(read.error.issues.map(({ path, message }) => [path.join('.'), message])),
    )
  }
  const action = stageAction(stage, start)
  // What is being made just now would outlast the reset.
  const canReset = !stage.isReset && !made.remove.isPending && !made.create.isPending
  const toggleFullScreen = () => void toggle().catch(() => undefined)
  useStageKeys({
    main: () => action !== null && !action.isPending && action.run(),
    step: stage.step,
    reset: () => canReset && stage.reset(),
    fullScreen: toggleFullScreen,
  })
  const issues = made.create.error?.data?.issues ?? []

  return (
    <div className={classes.stage}>
      <StageBar
        isMuted={stage.isMuted}
        onMute={stage.setIsMuted}
        isFullScreen={fullscreen}
        onFullScreen={toggleFullScreen}
      />
      <main className={classes.floor} id="content">
        <section className={classes.call} aria-label={t('The call')}>
          {made.kept.callId === null ? (
            <StageSetup
              scenarios={scenarios}
              wish={wish}
              onChange={change}
              onStart={start}
              error={made.create.error}
              problemAt={(path) => {
                const problem =
                  problems[path] ?? issues.find((issue) => issue.path === path)?.message
                return problem === undefined ? null : ofServer(problem)
              }}
            />
          ) : (
            <StageCall stage={stage} />
          )}
        </section>
        <StageFigures call={stage.call} />
      </main>
      <StageControls stage={stage} action={action} canReset={canReset} />
    </div>
  )
}
