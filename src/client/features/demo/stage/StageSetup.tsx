import { Radio, SimpleGrid, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconUserQuestion } from '@tabler/icons-react'
import type { StageScenario } from '../../../../server/domain/stage.schema.ts'
import { failureReason } from '../../../components/failure-reason.ts'
import { ToneNotice } from '../../../components/ToneNotice.tsx'
import { ofServer } from '../../../i18n/t.ts'
import pickerClasses from '../ScenarioPicker.module.css'
import classes from './StageView.module.css'
import { stageWords } from './stage-words.ts'

export type StageWish = { scenarioId: string; customerName: string; phoneNumber: string }

type StageSetupProps = {
  scenarios: readonly StageScenario[]
  wish: StageWish
  onChange: (patch: Partial<StageWish>) => void
  onStart: () => void
  error: { message: string } | null
  problemAt: (path: string) => string | null
}

export function StageSetup(props: StageSetupProps) {
  const { scenarios, wish, onChange, onStart, error, problemAt } = props
  return (
    <form
      className={classes.setup}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onStart()
      }}
    >
      <Radio.Group
        label={<span className={classes.heading}>{stageWords.chooseScenario}</span>}
        value={wish.scenarioId}
        onChange={(scenarioId) => onChange({ scenarioId })}
        error={problemAt('scenarioId')}
      >
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" mt="xs">
          {scenarios.map(({ id, title, description, kind }) => (
            <Radio.Card key={id} value={id} p="md" className={pickerClasses.card}>
              <div className={classes.choice}>
                <Radio.Indicator />
                <div>
                  <span className={classes.choiceTitle}>
                    {ofServer(title)}
                    {kind === 'live' && <IconUserQuestion size="1.2em" aria-hidden />}
                  </span>
                  <Text c="dimmed" className={classes.small}>
                    {ofServer(description)}
                  </Text>
                </div>
              </div>
            </Radio.Card>
          ))}
        </SimpleGrid>
      </Radio.Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={stageWords.name}
          value={wish.customerName}
          onChange={(event) => onChange({ customerName: event.currentTarget.value })}
          error={problemAt('customerName')}
          required
        />
        <TextInput
          label={stageWords.number}
          type="tel"
          description={stageWords.neverDialled}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={wish.phoneNumber}
          onChange={(event) => onChange({ phoneNumber: event.currentTarget.value })}
          error={problemAt('phoneNumber')}
        />
      </SimpleGrid>
      {error && (
        <ToneNotice role="alert" tone="bad" icon={IconAlertTriangle} title={stageWords.notStarted}>
          {failureReason(error)}
        </ToneNotice>
      )}
      {/* Enter in a field starts, as the button below does. */}
      <input type="submit" hidden />
    </form>
  )
}
