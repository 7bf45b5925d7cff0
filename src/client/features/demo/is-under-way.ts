import type { Call } from '../../../server/domain/call.schema.ts'
import { isLive } from '../../../server/domain/call-status.ts'

/** Whether something will happen to a call by itself: it is on the line, or waits for one. */
export const isUnderWay = ({ status, dueAt }: Pick<Call, 'status' | 'dueAt'>): boolean =>
  isLive(status) || (status === 'ready' && dueAt !== null)
