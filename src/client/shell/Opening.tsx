import { Loader } from '@mantine/core'
import classes from './AppFrame.module.css'

/** Until it is known who is there. */
export function Opening() {
  return (
    <div className={classes.centered}>
      <Loader aria-label="Opening Ringback" />
    </div>
  )
}
