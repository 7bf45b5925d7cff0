import { IconStarFilled } from '@tabler/icons-react'
import { t } from '../i18n/t.ts'
import classes from './RatingStars.module.css'

const STARS = [1, 2, 3, 4, 5]

/** One to five stars, read out as a number. */
export function RatingStars({ rating }: { rating: number }) {
  return (
    <span className={classes.stars} role="img" aria-label={t('Rated {rating} of 5', { rating })}>
      {STARS.map((star) => (
        <IconStarFilled key={star} size={13} data-empty={star > rating || undefined} aria-hidden />
      ))}
    </span>
  )
}
