import { Link } from '@tanstack/react-router'
import { OpenCaseCount } from '../features/cases/OpenCaseCount.tsx'
import { t } from '../i18n/t.ts'
import { useRights, useSight } from '../lib/rights.tsx'
import classes from './BottomBar.module.css'
import { MorePlaces } from './MorePlaces.tsx'
import { placeIcons } from './place-icons.ts'
import { placesFor } from './places.ts'

const ROOM_FOR = 5

/** The main navigation where there is no room for it beside the name: within reach of a thumb. */
export function BottomBar() {
  const places = placesFor({ rights: useRights(), sight: useSight() })
  const isFull = places.length > ROOM_FOR
  const shown = isFull ? places.slice(0, ROOM_FOR - 1) : places
  return (
    <nav className={classes.bar} aria-label={t('Main')} data-tour="places">
      <ul className={classes.places}>
        {shown.map(({ to, label }) => {
          const Icon = placeIcons[to]
          return (
            <li key={to}>
              <Link
                to={to}
                className={classes.place}
                activeOptions={{ exact: to === '/', includeSearch: false }}
                activeProps={{ 'aria-current': 'page' }}
              >
                <Icon size={22} stroke={1.75} aria-hidden />
                {label}
                {to === '/cases' && (
                  <span className={classes.count}>
                    <OpenCaseCount />
                  </span>
                )}
              </Link>
            </li>
          )
        })}
        {isFull && (
          <li>
            <MorePlaces places={places.slice(ROOM_FOR - 1)} />
          </li>
        )}
      </ul>
    </nav>
  )
}
