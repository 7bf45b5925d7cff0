import { Notifications } from '@mantine/notifications'

import classes from './ShownNotifications.module.css'

export const ShownNotifications = () => (
  <Notifications position="bottom-right" limit={4} className={classes.place} />
)
