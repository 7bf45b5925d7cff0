import { describe, expect, it } from 'vitest'
import { DomainError } from '../../../src/server/domain/errors.ts'
import { mapColumns } from '../../../src/server/domain/import-columns.ts'

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

  it('lets a given mapping win', () => {
    const headers = ['RO', 'Customer', 'Phone', 'Second phone', 'Closed']
    expect(found(headers, { customerPhone: 'second PHONE' }).customerPhone).toBe(3)
    const taken = found([...headers, 'VIN'], { vehicleNumber: 'VIN' })
    expect([taken.vehicleNumber, taken.vin]).toEqual([5, undefined])
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
