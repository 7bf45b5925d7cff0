import type { Provider } from './port.ts'

/**
 * One provider out of two: demo calls go to `demo`, whatever dials the others, so that showing the
 * product never rings anybody. `isDemoLine` tells whose a line is by its id.
 */
export function routeProvider(
  real: Provider,
  demo: Provider,
  isDemoLine: (providerCallId: string) => boolean,
): Provider {
  return {
    name: real.name,
    isSimulated: real.isSimulated,
    demoName: demo.name,
    ...(real.recordings && { recordings: real.recordings }),
    onEvent(receive) {
      real.onEvent(receive)
      demo.onEvent(receive)
    },
    place: (request, signal) => (request.isDemo ? demo : real).place(request, signal),
    lookUp: (attempt) => (attempt.provider === demo.name ? demo : real).lookUp(attempt),
    hangUp: (providerCallId) => (isDemoLine(providerCallId) ? demo : real).hangUp(providerCallId),
    async close() {
      await Promise.all([real.close(), demo.close()])
    },
  }
}
