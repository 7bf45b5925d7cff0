import { describe, expect, it } from 'vitest'
import { DomainError } from '../../../src/server/domain/errors.ts'
import { mapColumns, suggestColumns } from '../../../src/server/domain/import-columns.ts'

const found = (headers: string[], mapping?: Record<string, string>) =>
  Object.fromEntries([...mapColumns(headers, mapping)].map(([field, { index }]) => [field, index]))

const problemOf = (headers: string[], mapping?: Record<string, string>) => {
  try {
    mapColumns(headers, mapping)
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('finding the columns', () => {
  it('knows Ringback’s own names', () => {
    const headers = [
      ...['externalId', 'customerName', 'customerPhone', 'customerTimeZone', 'make', 'model'],
      ...['year', 'vehicleNumber', 'vin', 'serviceType', 'appointmentDate', 'completedAt'],
      'serviceAdvisorName',
    ]
    expect(Object.values(found(headers)).sort((a, b) => a - b)).toEqual([...headers.keys()])
    expect(Object.keys(found(headers)).sort()).toEqual([...headers].sort())
  })

  it('knows the names of a workshop system', () => {
    const headers = [
      ...['RO #', 'Customer Name', 'Mobile Phone', 'Vehicle', 'Reg. No.', 'VIN', 'Work Type'],
      ...['Opened', 'Closed', 'Service Advisor', 'Total'],
    ]
    expect(found(headers)).toEqual({
      externalId: 0,
      customerName: 1,
      customerPhone: 2,
      vehicle: 3,
      vehicleNumber: 4,
      vin: 5,
      serviceType: 6,
      appointmentDate: 7,
      completedAt: 8,
      serviceAdvisorName: 9,
    })
  })

  it('does not mind case, blanks and punctuation, and prefers the mobile number', () => {
    const headers = [' ro_number', 'HOME PHONE', 'mobile-phone', 'Customer', 'Date Closed:']
    expect(found(headers)).toEqual({
      externalId: 0,
      customerName: 3,
      customerPhone: 2,
      completedAt: 4,
    })
  })

  it('takes the day of the invoice rather than that of a delivery, which may be one of parts', () => {
    const headers = ['RO', 'Customer', 'Phone', 'Delivery Date', 'Invoice Date']
    expect(found(headers).completedAt).toBe(4)
  })

  it('lets a given mapping win', () => {
    const headers = ['RO', 'Customer', 'Phone', 'Second phone', 'Closed']
    expect(found(headers, { customerPhone: 'second PHONE' }).customerPhone).toBe(3)
    const taken = found([...headers, 'VIN'], { vehicleNumber: 'VIN' })
    expect([taken.vehicleNumber, taken.vin]).toEqual([5, undefined])
  })
})

describe('a name in two columns', () => {
  const namesIn = (...headers: string[]) => {
    const { customerName, customerLastName } = found(['RO', 'Phone', 'Closed', ...headers])
    return [customerName, customerLastName].map((index) => headers[(index ?? 99) - 3])
  }

  it.each([
    [['First Name', 'Last Name'], 'First Name', 'Last Name'],
    [['Last Name', 'First Name'], 'First Name', 'Last Name'],
    [['Customer First Name', 'Customer Last Name'], 'Customer First Name', 'Customer Last Name'],
    [['Vorname', 'Nachname'], 'Vorname', 'Nachname'],
    [['Name', 'Vorname'], 'Vorname', 'Name'],
    [['Name', 'Surname'], 'Name', 'Surname'],
    [['Nombre', 'Apellidos'], 'Nombre', 'Apellidos'],
    [['Nombre', 'Apellido paterno', 'Apellido materno'], 'Nombre', 'Apellido paterno'],
  ])('%j is recognised', (headers, first, last) => {
    expect(namesIn(...headers)).toEqual([first, last])
  })

  it.each([
    [['Customer Name', 'First Name', 'Last Name'], 'Customer Name'],
    [['Kunde', 'Vorname', 'Nachname'], 'Kunde'],
    [['Name', 'First Name', 'Last Name'], 'Name'],
    [['Apellidos', 'Nombre', 'Primer nombre'], 'Nombre'],
    [['Nombre'], 'Nombre'],
    [['Name'], 'Name'],
    [['Name', 'Nombre'], 'Nombre'],
  ])('is none in %j', (headers, whole) => {
    expect(namesIn(...headers)).toEqual([whole, undefined])
  })

  it.each([['First Name'], ['Nachname'], ['Apellidos']])('is none in %s alone', (header) => {
    const { missing, columns } = suggestColumns(['RO', 'Phone', 'Closed', header])
    expect([missing, columns.has('customerLastName')]).toEqual([['customerName'], false])
  })

  it('is as somebody says', () => {
    const headers = ['RO', 'Phone', 'Closed', 'First Name', 'Last Name', 'Maiden name']
    const names = (mapping: Record<string, string>) => {
      const { customerName, customerLastName } = found(headers, mapping)
      return [customerName, customerLastName]
    }
    expect(names({ customerLastName: 'Maiden name' })).toEqual([3, 5])
    expect(found([...headers, 'Name'], { customerLastName: 'Last Name' }).customerName).toBe(3)
    expect(names({ customerName: 'Last Name' })).toEqual([4, undefined])
    expect(names({ customerName: 'Last Name', customerLastName: 'Last Name' })).toEqual([
      4,
      undefined,
    ])
  })
})

describe('a time beside its date', () => {
  const timesIn = (...headers: string[]) => {
    const { columns } = suggestColumns(['RO', 'Phone', 'Customer', ...headers])
    return ['completedAt' as const, 'completedAtTime' as const].map(
      (field) => columns.get(field)?.header,
    )
  }

  it.each([
    [['Closed Date', 'Closed Time']],
    [['Closed', 'Time Closed']],
    [['Close Date', 'Total', 'Close Time', 'Open Date', 'Open Time']],
    [['Date Out', 'Time Out', 'Date In', 'Time In']],
    [['completedAt', 'completedAtTime']],
    [['Datum', 'Uhrzeit']],
    [['Fertig am', 'Fertig um']],
    [['Abgeschlossen am', 'Uhrzeit']],
    [['Rechnungsdatum', 'Summe', 'Rechnungszeit']],
    [['Abschlussdatum', 'Abschlusszeit']],
    [['Fecha', 'Hora']],
    [['Fecha', 'Total', 'Hora']],
    [['Fecha de cierre', 'Hora de cierre']],
    [['Fecha de entrega', 'Hora entrega']],
  ])('is recognised in %j', (headers) => {
    const [date, ...rest] = headers
    const time = rest.find((header) => /time|uhrzeit|zeit|hora|um$/i.test(header))
    expect(timesIn(...headers)).toEqual([date, time])
  })

  it.each([
    [['Closed', 'Open Time']],
    [['Closed Date', 'Invoice Date', 'Time']],
    [['Abgeschlossen am', 'Zeitzone', 'Arbeitszeit']],
  ])('is none in %j', (headers) => {
    expect(timesIn(...headers)).toEqual([headers[0], undefined])
  })

  it('is in no column whose heading fills the line, which is not looked through either', () => {
    const dates = Array.from({ length: 50 }, () => 'Date')
    expect(timesIn(...dates, `Time ${'s'.repeat(90_000)} x`)).toEqual([undefined, undefined])
    expect(timesIn(`Date ${'at'.repeat(45_000)} x`, 'Time')).toEqual([undefined, undefined])
  })

  it('is rather in the column that is called alike than in the next one', () => {
    const headers = ['Closed Date', 'Time', 'Closed Time']
    expect(timesIn(...headers)).toEqual(['Closed Date', 'Closed Time'])
  })

  it('is as somebody says', () => {
    const headers = ['RO', 'Phone', 'Customer', 'Closed Date', 'Closed Time', 'Left']
    const times = (mapping: Record<string, string>) => {
      const { completedAt, completedAtTime } = found(headers, mapping)
      return [completedAt, completedAtTime]
    }
    expect(times({ completedAtTime: 'Left' })).toEqual([3, 5])
    expect(times({ completedAt: 'Closed Date' })).toEqual([3, undefined])
  })

  it('makes the end of a visit of a date that is called no more than that', () => {
    const isGuess = (...headers: string[]) =>
      suggestColumns(['RO', 'Phone', 'Customer', ...headers]).isGuess
    expect(isGuess('Datum', 'Uhrzeit')).toBe(true)
    expect(isGuess('Closed Date', 'Closed Time', 'Date', 'Time')).toBe(false)
    expect(timesIn('Datum')).toEqual([undefined, undefined])
    expect(timesIn('Fecha', 'Horas')).toEqual([undefined, undefined])
  })
})

describe('refusing a file', () => {
  it('names every required column that is missing', () => {
    const { code, issues } = problemOf(['Customer', 'Total'])
    expect(code).toBe('invalid_input')
    expect(issues.map(({ path }) => path)).toEqual(['externalId', 'customerPhone', 'completedAt'])
  })

  it('names a mapping that leads nowhere', () => {
    const headers = ['RO', 'Customer', 'Phone', 'Closed']
    const { issues } = problemOf(headers, { customerPhone: 'Handy', colour: 'RO' })
    expect(issues.map(({ path }) => path)).toEqual(['mapping.customerPhone', 'mapping.colour'])
  })
})
