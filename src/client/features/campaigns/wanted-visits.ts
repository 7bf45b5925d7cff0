import type { z } from 'zod'
import type { campaignAddSchema } from '../../../server/domain/campaign.schema.ts'

/** Visits by their ids, or all that ended within a stretch of time. */
export type WantedVisits = z.input<typeof campaignAddSchema>['visits']
