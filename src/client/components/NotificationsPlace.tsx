import { notificationsStore } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import { createPart, usePart } from '../lib/part.ts'

const shownPart = createPart(
  async () => (await import('./ShownNotifications.tsx')).ShownNotifications,
)

/** Where notifications appear; fetched with the first of them. */
export function NotificationsPlace() {
  const [isWanted, setIsWanted] = useState(false)
  const Shown = usePart(shownPart, isWanted)
  useEffect(() => notificationsStore.subscribe(() => setIsWanted(true)), [])
  return Shown && <Shown />
}
