/** The closed vocabulary of tags, so that filters over many calls stay short. */
export const feedbackTags = [
  'appointment',
  'billing',
  'booking',
  'callback',
  'car wash',
  'checkout',
  'communication',
  'complaint handling',
  'contact preference',
  'courtesy car',
  'damage',
  'explanation',
  'friendly team',
  'opening hours',
  'opt-out',
  'parking',
  'price',
  'quality of work',
  'repeat problem',
  'same day',
  'waiting area',
  'waiting time',
] as const

export type FeedbackTag = (typeof feedbackTags)[number]
