import { Notifications } from '@mantine/notifications'

export const ShownNotifications = () => <Notifications position="bottom-right" limit={4} />
