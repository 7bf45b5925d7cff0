import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { NotificationsPlace } from './components/NotificationsPlace.tsx'
import type { Page } from './create-page.ts'
import { CallDraftsProvider } from './features/calls/detail/use-call-draft.tsx'
import { SessionProvider } from './lib/session.tsx'
import { trpc } from './lib/trpc.ts'
import { theme } from './theme.ts'

export function App({ page }: { page: Page }) {
  const { queryClient, trpcClient, session, router, callDrafts } = page
  return (
    <trpc.Provider client={trpcClient} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>
        <MantineProvider
          theme={theme}
          // They are in the style sheet.
          withCssVariables={false}
          withGlobalClasses={false}
          defaultColorScheme="auto"
          deduplicateInlineStyles
        >
          <NotificationsPlace />
          <SessionProvider session={session}>
            <CallDraftsProvider value={callDrafts}>
              <RouterProvider router={router} />
            </CallDraftsProvider>
          </SessionProvider>
        </MantineProvider>
      </QueryClientProvider>
    </trpc.Provider>
  )
}
