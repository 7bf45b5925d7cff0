import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { failureCode } from './components/failure-reason.ts'
import { createTrpcClient, trpc } from './lib/trpc.ts'
import { router } from './routes.tsx'
import { cssVariables, theme } from './theme.ts'

const MAX_RETRIES = 2
// The server has answered, and would answer the same again.
const finalCodes = new Set(['NOT_FOUND', 'BAD_REQUEST', 'FORBIDDEN', 'UNAUTHORIZED', 'CONFLICT'])

const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // The feed keeps answers current; asking again by itself would only cost.
        staleTime: 30_000,
        retry: (count, error) => count < MAX_RETRIES && !finalCodes.has(failureCode(error) ?? ''),
      },
    },
  })

export function App() {
  const [queryClient] = useState(createQueryClient)
  const [trpcClient] = useState(() => createTrpcClient({ origin: window.location.origin }))
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
          <RouterProvider router={router} />
        </MantineProvider>
      </QueryClientProvider>
    </trpc.Provider>
  )
}
