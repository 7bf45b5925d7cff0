import { z } from 'zod'
import { webAddress } from './web-address.ts'

const text = z.string().min(1)

/** Of services elsewhere that a server may use instead of what it has itself. */
export const serviceVariables = {
  RECORDINGS_S3_URL: webAddress.optional(),
  RECORDINGS_S3_REGION: text.default('us-east-1'),
  RECORDINGS_S3_ACCESS_KEY_ID: text.optional(),
  RECORDINGS_S3_SECRET_ACCESS_KEY: text.optional(),
  ANALYSIS_URL: webAddress.optional(),
  ANALYSIS_MODEL: text.optional(),
  ANALYSIS_KEY: text.optional(),
}
const shape = z.object(serviceVariables)

export type Services = {
  /** Null: recordings are kept below the data folder. */
  recordingsS3: { url: string; region: string; accessKeyId: string; secretAccessKey: string } | null
  /** Null: conversations are read on this server. */
  analysisService: { url: string; model: string; key: string | null } | null
}

export function toServices(read: z.infer<typeof shape>): Services {
  const { RECORDINGS_S3_URL, ANALYSIS_URL } = read
  return {
    recordingsS3:
      RECORDINGS_S3_URL === undefined
        ? null
        : {
            url: RECORDINGS_S3_URL,
            region: read.RECORDINGS_S3_REGION,
            accessKeyId: read.RECORDINGS_S3_ACCESS_KEY_ID ?? '',
            secretAccessKey: read.RECORDINGS_S3_SECRET_ACCESS_KEY ?? '',
          },
    analysisService:
      ANALYSIS_URL === undefined
        ? null
        : { url: ANALYSIS_URL, model: read.ANALYSIS_MODEL ?? '', key: read.ANALYSIS_KEY ?? null },
  }
}

/** Variables that mean nothing without each other. */
const together = [
  ['RECORDINGS_S3_URL', 'RECORDINGS_S3_ACCESS_KEY_ID', 'RECORDINGS_S3_SECRET_ACCESS_KEY'],
  ['ANALYSIS_URL', 'ANALYSIS_MODEL'],
] as const

/** One problem for each variable that is missing beside those that need it. */
export function halfGiven(given: Record<string, string | undefined>): string[] {
  return together.flatMap((names) => {
    const present = names.filter((name) => given[name] !== undefined)
    const missing = names.filter((name) => given[name] === undefined)
    return present.length === 0
      ? []
      : missing.map((name) => `${name}: give it together with ${present.join(', ')}`)
  })
}
