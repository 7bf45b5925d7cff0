import { StageView } from '../features/demo/stage/StageView.tsx'
import { t } from '../i18n/t.ts'
import { usePageTitle } from '../lib/use-page-title.ts'
import { InsideFrame } from './InsideFrame.tsx'
import { WithRight } from './WithRight.tsx'

/** The whole screen, without the page's own bars. */
export function StagePage() {
  usePageTitle(t('Demo stage'))
  return (
    <InsideFrame>
      {() => (
        <WithRight right="demo.run">
          <StageView />
        </WithRight>
      )}
    </InsideFrame>
  )
}
