import { useQuery } from '@tanstack/react-query'

/** The holidays of the world, loaded when they are first asked for: they weigh a megabyte. */
export function useHolidayCalendar() {
  return useQuery({
    queryKey: ['holiday-calendar'],
    queryFn: () => import('./holiday-calendar.ts'),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  })
}

export type HolidayCalendarQuery = ReturnType<typeof useHolidayCalendar>
