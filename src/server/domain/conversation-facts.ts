import type { VehicleInfo } from './call.schema.ts'
import type { ConversationFacts } from './call-script-placeholders.ts'

/** What a call can say of its visit: "Toyota Corolla" is how people name their vehicle. */
export function conversationFactsOf(
  visit: {
    customerName: string | null
    vehicleInfo: Pick<VehicleInfo, 'make' | 'model'>
    serviceAdvisorName: string | null
  },
  organizationName: string,
): ConversationFacts {
  const vehicle = [visit.vehicleInfo.make, visit.vehicleInfo.model]
    .filter((word) => word !== null && word !== '')
    .join(' ')
  return {
    organizationName,
    customerName: visit.customerName,
    vehicle: vehicle === '' ? null : vehicle,
    advisorName: visit.serviceAdvisorName,
  }
}
