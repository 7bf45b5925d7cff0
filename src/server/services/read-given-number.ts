import type { DbTransaction } from '../db/client.ts'
import { fieldError } from '../domain/errors.ts'
import { countryOfTimeZone, readPhoneNumber } from '../domain/phone-number.ts'

/**
 * A number that a person wrote, in E.164 form; one without a country is taken to be of the
 * organization's. Throws `invalid_input` at `phoneNumber` for what is no number.
 */
export async function readGivenNumber(
  tx: DbTransaction,
  organizationId: string,
  written: string,
): Promise<string> {
  const { timeZone } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { timeZone: true },
  })
  const reading = readPhoneNumber(written, countryOfTimeZone(timeZone))
  if (!reading.ok) throw fieldError('invalid_input', 'phoneNumber', reading.reason)
  return reading.phoneNumber
}
