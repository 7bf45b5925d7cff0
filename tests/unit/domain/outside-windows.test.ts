import { expect, it } from 'vitest'
import { outsideWindowsUntil } from '../../../src/server/domain/outside-windows.ts'
import { at } from '../../support/calling-facts.ts'

const notBefore = at('2026-11-20T00:00:00Z')
const leave = { isAllowedOutsideWindows: true, notBefore, dueAt: at('2026-11-20T12:30:00Z') }

it.each([
  ['holds an hour from the instant it was given for', leave, '2026-11-20T01:00:00Z'],
  ['given for the planned instant', { ...leave, notBefore: null }, '2026-11-20T13:30:00Z'],
  ['never given', { ...leave, isAllowedOutsideWindows: false }, undefined],
])('a leave %s', (_, call, until) => {
  expect(outsideWindowsUntil(call)?.toString()).toBe(until)
})
