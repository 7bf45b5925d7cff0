import type { KeyScope } from '../../../server/domain/rights.ts'

export const scopeWords: Record<KeyScope, { name: string; what: string }> = {
  read: { name: 'Read', what: 'Calls, visits, the schedule and the figures.' },
  'write-calls': { name: 'Write calls', what: 'Create, change and delete calls; run demo calls.' },
  'write-visits': { name: 'Write visits', what: 'Push and import service records.' },
  'write-schedule': { name: 'Write the schedule', what: 'Change when calls may be placed.' },
}
