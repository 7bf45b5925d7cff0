import type { DemoCreate } from '../../../server/domain/demo.schema.ts'
import { fictionalName, fictionalPhoneNumber } from './fiction.ts'

/** The form as it is typed; an empty text says nothing. */
export type DemoWish = {
  scenarioId: string | null
  isHostile: boolean
  customerName: string
  phoneNumber: string
  make: string
  model: string
  year: number | ''
  vehicleNumber: string
  serviceType: string
  serviceAdvisorName: string
}

/** Filled in so that a presenter can press the button at once, with nobody's real data. */
export const emptyWish = (): DemoWish => ({
  scenarioId: 'promoter',
  isHostile: false,
  customerName: fictionalName(),
  phoneNumber: fictionalPhoneNumber(),
  make: 'Toyota',
  model: 'Corolla',
  year: 2021,
  vehicleNumber: 'DEM-0001',
  serviceType: '',
  serviceAdvisorName: '',
})

export function toDemoCreate(wish: DemoWish): DemoCreate {
  return {
    scenarioId: wish.scenarioId ?? '',
    isHostile: wish.isHostile,
    customerName: wish.customerName,
    phoneNumber: said(wish.phoneNumber),
    vehicle: {
      make: said(wish.make),
      model: said(wish.model),
      year: wish.year === '' ? undefined : wish.year,
      vehicleNumber: said(wish.vehicleNumber),
    },
    serviceType: said(wish.serviceType),
    serviceAdvisorName: said(wish.serviceAdvisorName),
  }
}

const said = (text: string) => text.trim() || undefined
