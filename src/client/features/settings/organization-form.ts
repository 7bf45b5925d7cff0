import { z } from 'zod'
import { organizationChangeSchema } from '../../../server/domain/organization.schema.ts'
import { t } from '../../i18n/t.ts'

const { name, timeZone, retentionDays } = organizationChangeSchema.required().shape

/** The organization as a form writes it; no number of days keeps customers for ever. */
export const organizationFormSchema = z.strictObject({
  name,
  timeZone,
  retentionDays: z
    .string()
    .trim()
    .regex(/^\d*$/, { error: t('Write a whole number of days.') })
    .transform((days) => (days === '' ? null : Number(days)))
    .pipe(retentionDays),
})
export type OrganizationWish = z.output<typeof organizationFormSchema>

/** Whether a change makes customers go who would have stayed. */
export const erasesSooner = (before: number | null, after: number | null): boolean =>
  after !== null && (before === null || after < before)
