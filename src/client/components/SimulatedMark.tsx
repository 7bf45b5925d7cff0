import { IconTestPipe } from '@tabler/icons-react'
import { Mark } from './Mark.tsx'

/** Said wherever something was played by the simulator instead of a telephone. */
export function SimulatedMark() {
  return (
    <Mark tone="quiet" icon={IconTestPipe} title="Played by the simulator: nobody's phone rang">
      Simulated
    </Mark>
  )
}
