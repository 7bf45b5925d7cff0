import { DomainError, type InputIssue } from './errors.ts'

/** What a column may hold; `vehicle` is make, model and year in one cell. */
export const importFields = [
  'externalId',
  'customerName',
  'customerPhone',
  'customerTimeZone',
  'vehicle',
  'make',
  'model',
  'year',
  'vehicleNumber',
  'vin',
  'serviceType',
  'appointmentDate',
  'completedAt',
  'serviceAdvisorName',
] as const
export type ImportField = (typeof importFields)[number]

/** The column of each field: its place in a row and its header as written. */
export type ImportColumns = ReadonlyMap<ImportField, { index: number; header: string }>

const requiredFields = {
  externalId: 'the order number, for example "RO #"',
  customerName: 'the customer’s name, for example "Customer Name"',
  customerPhone: 'the phone number, for example "Mobile Phone"',
  completedAt: 'the end of the visit, for example "Closed"',
} as const satisfies Partial<Record<ImportField, string>>

/**
 * Names that workshop systems give their columns, the best first: a file with both a mobile and a
 * home number is read at the mobile one. Compared without case, spaces and punctuation.
 */
const synonyms: Record<ImportField, readonly string[]> = {
  externalId: [
    ...['external id', 'ro #', 'ro number', 'ro no', 'ro id', 'ro', 'repair order'],
    ...[
      'repair order number',
      'repair order no',
      'order number',
      'order no',
      'order #',
      'order id',
    ],
    ...['work order', 'work order number', 'work order no', 'wo #', 'wo number', 'job number'],
    ...['job no', 'job card', 'job card no', 'invoice number', 'invoice no', 'invoice #'],
  ],
  customerName: [
    ...['customer name', 'customer', 'client name', 'client', 'owner name', 'owner', 'full name'],
    ...['contact name', 'contact', 'name'],
  ],
  customerPhone: [
    ...['customer phone', 'mobile phone', 'mobile', 'cell phone', 'cell', 'mobile number'],
    ...['mobile no', 'cell number', 'customer mobile', 'customer cell', 'customer phone number'],
    ...['phone number', 'phone no', 'phone #', 'phone', 'telephone', 'telephone number', 'tel'],
    ...['contact number', 'contact phone', 'home phone', 'work phone'],
  ],
  customerTimeZone: ['customer time zone', 'customer timezone', 'time zone', 'timezone'],
  vehicle: ['vehicle', 'car', 'vehicle description', 'year make model', 'ymm', 'make model'],
  make: ['make', 'vehicle make', 'brand', 'manufacturer'],
  model: ['model', 'vehicle model'],
  year: ['year', 'model year', 'vehicle year', 'my'],
  vehicleNumber: [
    ...['vehicle number', 'vehicle no', 'vehicle reg', 'reg no', 'reg', 'registration'],
    ...['registration number', 'registration no', 'license plate', 'licence plate', 'plate'],
    ...['plate number', 'plate no', 'license', 'tag', 'number plate'],
  ],
  vin: ['vin', 'vin number', 'vin no', 'vin #', 'chassis', 'chassis number', 'chassis no'],
  serviceType: [
    ...['service type', 'work type', 'job type', 'type of service', 'type of work', 'service'],
    ...['work', 'op description', 'operation', 'description', 'type'],
  ],
  appointmentDate: [
    ...[
      'appointment date',
      'appointment',
      'appointment time',
      'opened',
      'open date',
      'date opened',
    ],
    ...['date in', 'time in', 'checked in', 'check in', 'arrived', 'arrival', 'ro open date'],
  ],
  completedAt: [
    ...['completed at', 'completed', 'closed', 'close date', 'closed date', 'date closed'],
    ...['completion date', 'completed date', 'date completed', 'closed at', 'date out', 'time out'],
    ...['finished', 'finished at', 'invoiced', 'invoice date', 'ro close date', 'delivered'],
  ],
  serviceAdvisorName: [
    ...['service advisor name', 'service advisor', 'advisor name', 'advisor', 'adviser'],
    ...['service adviser', 'service writer', 'writer', 'sa name', 'sa'],
  ],
}

const simplify = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/**
 * Finds the column of each field by its header; `mapping` (field to header) wins over the names
 * that are known. Throws `invalid_input` that names each required column which is not there.
 */
export function mapColumns(
  headers: readonly string[],
  mapping: Readonly<Record<string, string>> = {},
): ImportColumns {
  const simple = headers.map(simplify)
  const taken = new Set<number>()
  const columns = new Map<ImportField, { index: number; header: string }>()
  const issues: InputIssue[] = []
  const take = (field: ImportField, index: number) => {
    taken.add(index)
    columns.set(field, { index, header: headers[index]?.trim() ?? '' })
  }

  for (const [name, header] of Object.entries(mapping)) {
    const field = importFields.find((known) => known === name)
    const index = simple.indexOf(simplify(header))
    if (field === undefined) {
      const message = `There is no field "${name}"; use one of ${importFields.join(', ')}.`
      issues.push({ path: `mapping.${name}`, message })
    } else if (index === -1 || header.trim() === '') {
      issues.push({ path: `mapping.${name}`, message: `The file has no column "${header}".` })
    } else take(field, index)
  }
  for (const field of importFields) {
    if (columns.has(field)) continue
    for (const synonym of synonyms[field]) {
      const index = simple.findIndex((name, i) => name === simplify(synonym) && !taken.has(i))
      if (index === -1) continue
      take(field, index)
      break
    }
  }
  for (const [field, words] of Object.entries(requiredFields)) {
    if ([...columns.keys()].some((known) => known === field)) continue
    if (issues.some(({ path }) => path === `mapping.${field}`)) continue
    issues.push({ path: field, message: `The file has no column for ${words}.` })
  }
  if (issues.length > 0) {
    throw new DomainError('invalid_input', issues.map(({ message }) => message).join(' '), issues)
  }
  return columns
}
