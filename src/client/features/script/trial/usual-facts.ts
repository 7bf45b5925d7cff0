import type { ConversationFacts } from '../../../../server/domain/call-script-placeholders.ts'

/** What the trial says of its visit; a sparse one is a visit of which the workshop wrote little. */
export const usualFacts = (organizationName: string, isSparse: boolean): ConversationFacts =>
  isSparse
    ? { organizationName, customerName: null, vehicle: null, advisorName: null }
    : {
        organizationName,
        customerName: 'Alex Morgan',
        vehicle: 'Toyota Corolla',
        advisorName: 'Robin Larsen',
      }
