import { describeMinutes } from '../../../server/domain/local-time.ts'
import { ofServer } from '../../i18n/t.ts'

/** `15 min`, `2 h`, `7 days`. */
export const lengthWords = (minutes: number): string => ofServer(describeMinutes(minutes))
