import type { CallFilter } from '../domain/call-filter.schema.ts'

const ofNewest = 'Answered calls only; of several about a visit, the newest with feedback.'

/** What each filter of a list of calls is for, as the query parameter that it is over REST. */
export const callFilterWords: Record<keyof CallFilter, string> = {
  search: 'Part of a name, phone, order or vehicle number, advisor or tag.',
  status:
    "One of the tab's statuses, `canceled`, `ended` (completed, missed, failed or in doubt), or `any`.",
  from: 'From this instant on: when it is due, or for ended calls, when it ended.',
  to: 'Before this instant.',
  tag: 'A tag, to the letter.',
  vehicleMake: 'A make, to the letter; empty where it is not known.',
  praised: `What the customer praised, to the letter. ${ofNewest}`,
  blamed: `What the customer blamed, to the letter. ${ofNewest}`,
  serviceAdvisorId: 'Who received the customer; `none`: visits without an advisor.',
  serviceType: 'What was done, to the letter.',
  scoreBand:
    'Promoters gave 9 or 10, passives 7 or 8, detractors 0 to 6; `any`: whoever gave a score.',
  outcome: 'How the last attempt ended; `none`: it is not known.',
  hasNextAttempt: 'Whether an attempt will be made by itself.',
  isHeld: 'Whether it is due and waits for a person.',
  attemptCount: 'How often it was tried.',
  campaignId: 'Of one campaign alone.',
  isDemo: 'Only demo calls, or none of them.',
  isSample: 'Only calls about visits that came with the product, or none of them.',
  firstTriedFrom: 'First tried from this instant on.',
  firstTriedTo: 'First tried before this instant.',
  firstTriedHour: 'The hour of the first attempt on the clock of `timeZone`, UTC without one.',
  timeZone: 'The clock of `firstTriedHour`, like `America/New_York`.',
}
