import type { VehicleInfo } from '../../domain/call.schema.ts'
import type { SeededRandom } from './seeded-random.ts'

// Everything here is invented.
export const advisorNames = [
  'Dana Whitfield',
  'Marcus Bell',
  'Sofia Reyes',
  'Tom Achterberg',
  'Grace Liu',
  'Hussein Karim',
] as const

const firstNames =
  'Aoife Amara Anaïs Björn Bogdan Chen Diego Elif Fatima Hana Ingrid José Kwame Leila Liam Łukasz Mateo Mei Nadia Noah Olga Oscar Priya Ravi Renée Siobhán Søren Tariq Yusuf Zoë'.split(
    ' ',
  )
const lastNames =
  'Berg Demir Dubois García Haddad Hernández Ivanova Iyer Johnson Khan Kowalski Li Lindqvist Mensah Moreau Müller Murphy Novák O’Brien Okafor Patel Popescu Rahimi Smith Sørensen Suzuki Walsh Wang Yılmaz Ferreira'.split(
    ' ',
  )

const models = [
  ['BMW', '320d'],
  ['Ford', 'F-150'],
  ['Honda', 'CR-V'],
  ['Hyundai', 'Tucson'],
  ['Kia', 'Sportage'],
  ['Mazda', 'CX-5'],
  ['Škoda', 'Octavia'],
  ['Subaru', 'Outback'],
  ['Tesla', 'Model 3'],
  ['Toyota', 'Corolla'],
  ['Toyota', 'RAV4'],
  ['Volkswagen', 'Golf'],
  ['Volvo', 'XC60'],
] as const

export const RECALL = 'Recall campaign'
const serviceTypes = [
  ...['Annual service', 'Annual service', 'Oil change', 'Oil change', 'Brake pads', 'Diagnostics'],
  ...['Tyre rotation', 'Battery replacement', 'Air conditioning', 'Transmission', 'Bodywork'],
  RECALL,
]

const PLATE_LETTERS = 'ABCDEFGHKLMNPRSTVXZ'
// A VIN has neither I nor O nor Q.
const VIN_LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789'

export type DemoCustomer = {
  customerName: string
  customerPhone: string
  vehicleInfo: VehicleInfo
  serviceType: string
}

/** Customers with different names and numbers, all in the range kept for fiction (555-01xx). */
export function makeCustomers(
  random: SeededRandom,
  input: { count: number; areaCodes: readonly string[]; thisYear: number },
): DemoCustomer[] {
  const names = random.shuffle(
    firstNames.flatMap((first) => lastNames.map((last) => `${first} ${last}`)),
  )
  const lines = Array.from({ length: 100 }, (_, i) => `55501${String(i).padStart(2, '0')}`)
  const numbers = random.shuffle(
    input.areaCodes.flatMap((area) => lines.map((line) => `+1${area}${line}`)),
  )
  if (input.count > Math.min(names.length, numbers.length)) throw new Error('Too many customers.')
  const text = (letters: string, length: number) =>
    Array.from({ length }, () => random.pick([...letters])).join('')
  return Array.from({ length: input.count }, (_, i) => {
    const [make, model] = random.pick(models)
    return {
      customerName: names[i] ?? '',
      customerPhone: numbers[i] ?? '',
      serviceType: random.pick(serviceTypes),
      vehicleInfo: {
        make,
        model,
        year: input.thisYear - random.whole(0, 14),
        vehicleNumber: `${text(PLATE_LETTERS, 3)}-${random.whole(1000, 9999)}`,
        vin: text(VIN_LETTERS, 17),
      },
    }
  })
}
