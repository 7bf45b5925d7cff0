import { Loader, MantineProvider } from '@mantine/core'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { theme } from '../../../src/client/theme.ts'

it('gives what waits a role, so that it may have a name', () => {
  const page = (
    <MantineProvider theme={theme}>
      <Loader aria-label="Loading" />
    </MantineProvider>
  )
  expect(renderToStaticMarkup(page)).toMatch(
    /<span[^>]* role="status"[^>]* aria-label="Loading"|<span[^>]* aria-label="Loading"[^>]* role="status"/,
  )
})
