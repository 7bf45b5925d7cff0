import type { Erased } from '../../../server/domain/customer.schema.ts'

/** "2 visits, 1 call and 1 recording are erased." */
export function describeErased(erased: Erased): string {
  const parts = [
    counted(erased.serviceRecords, 'visit'),
    counted(erased.calls, 'call'),
    counted(erased.transcripts, 'transcript'),
    counted(erased.recordings, 'recording'),
  ].filter((part) => part !== null)
  if (parts.length === 0)
    return 'There was nothing about this number. It is not called from now on.'
  const list = new Intl.ListFormat('en').format(parts.map(({ words }) => words))
  const isOne = parts.length === 1 && parts[0]?.count === 1
  return `${list} ${isOne ? 'is' : 'are'} erased. The number is not called again.`
}

const counted = (count: number, noun: string) =>
  count === 0 ? null : { count, words: `${count} ${noun}${count === 1 ? '' : 's'}` }
