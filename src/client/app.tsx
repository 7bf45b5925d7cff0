import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { createPage } from './create-page.ts'
import { SessionProvider } from './lib/session.tsx'
import { trpc } from './lib/trpc.ts'
import { cssVariables, theme } from './theme.ts'

export function App() {
  const [{ queryClient, trpcClient, session, router }] = useState(createPage)
  return (
    <trpc.Provider client={trpcClient} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          defaultColorScheme="auto"
          deduplicateInlineStyles
        >
          <Notifications position="bottom-right" limit={4} />
          <SessionProvider session={session}>
            <RouterProvider router={router} />
          </SessionProvider>
        </MantineProvider>
      </QueryClientProvider>
    </trpc.Provider>
  )
}
