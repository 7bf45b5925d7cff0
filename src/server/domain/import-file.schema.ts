import { z } from 'zod'
import { instantSchema, uuidSchema } from './call.schema.ts'
import { importFields } from './import-columns.ts'
import { importReportSchema } from './import-report.schema.ts'
import { separators } from './import-separators.ts'
import { countrySchema } from './phone-number.ts'
import { dateOrderSchema, importedFile } from './service-record.schema.ts'

export const importFieldSchema = z.enum(importFields)

/** What a person chose for a file: which column is what, and how dates and numbers are read. */
export const importChoicesSchema = z.strictObject({
  mapping: z.partialRecord(importFieldSchema, z.string().max(500)),
  dateOrder: dateOrderSchema.optional(),
  /** Of telephone numbers without a country code; absent: the organization's own. */
  country: countrySchema.optional(),
})
export type ImportChoices = z.infer<typeof importChoicesSchema>

const separatorSchema = z.enum(separators)
export type Separator = z.infer<typeof separatorSchema>

const encodingSchema = z
  .string()
  .regex(/^[\w-]{1,40}$/, 'Give the encoding by its name, for example windows-1252.')
/** Marks files that are written alike, before anybody can read them. */
const firstLineSchema = z
  .string()
  .regex(/^[0-9a-f]{16}$/, 'Give the mark of the first line as 16 hexadecimal digits.')
export const readingChoiceInputSchema = z.strictObject({ firstLine: firstLineSchema })

/** How files are to be read, as a person chose; null where the one that is recognised will do. */
export const readingChoiceSchema = z.object({
  encoding: encodingSchema.nullable(),
  separator: separatorSchema.nullable(),
})
export type ReadingChoice = z.infer<typeof readingChoiceSchema>

/**
 * `auto` imports a file that leaves nothing to ask, and answers with a plan for any other, or that
 * its plan is to be seen first; `look` only tells how the file is read, `plan` also what would happen;
 * `run` imports as chosen and remembers the choice.
 */
export const importFileInputSchema = z.strictObject({
  ...importedFile,
  mode: z.enum(['auto', 'look', 'plan', 'run']),
  /** Where the one that is recognised is wrong. */
  separator: separatorSchema.optional(),
  /** The one that `content` was read as, where the one that is recognised is wrong. */
  encoding: encodingSchema.optional(),
  /** By what a separator and an encoding are remembered. */
  firstLine: firstLineSchema.optional(),
  /** What the numbers in place of dates are counted from; 1900 unless a workbook says otherwise. */
  dateSystem: z.enum(['1900', '1904']).optional(),
  choices: importChoicesSchema.optional(),
})
export type ImportFileInput = z.infer<typeof importFileInputSchema>

const exampleSchema = z.object({ written: z.string(), readAs: z.string() })

/** How the cells of a file are read, with examples. */
export const importReadingSchema = z.object({
  separator: z.string(),
  /** One of each way in which dates are written, as local ISO dates or dates with times. */
  dates: z.array(exampleSchema),
  /** Of telephone numbers without a country code, the first of which is the example. */
  country: countrySchema,
  /** Read as null where none of them can be of this country. */
  number: z.object({ written: z.string(), readAs: z.string().nullable() }).nullable(),
})
export type ImportReading = z.infer<typeof importReadingSchema>

export const importPlanSchema = z.object({
  fileName: z.string(),
  totalRows: z.number().int(),
  /** The columns of the file that have a heading, with some of their values. */
  columns: z.array(z.object({ heading: z.string(), examples: z.array(z.string()) })),
  /** The headings and the first rows, for a look at how they were split. */
  preview: z.array(z.array(z.string())),
  reading: importReadingSchema,
  /** All that can be chosen for numbers without a country code. */
  countries: z.array(countrySchema),
  /** Field to heading, as chosen, remembered or recognised. */
  mapping: z.partialRecord(importFieldSchema, z.string()),
  /** Required fields without a column. */
  missing: z.array(importFieldSchema),
  /** Somebody chose it for an earlier file with these headings. */
  isRemembered: z.boolean(),
  dates: z.object({
    order: dateOrderSchema,
    /** False where the dates of the file do not tell clearly how those like `example` are read. */
    isSure: z.boolean(),
    example: z.string().nullable(),
  }),
  /** What an import would do now; null while something is missing or to be asked, or where it was stopped. */
  outcome: importReportSchema.nullable(),
})
export type ImportPlan = z.infer<typeof importPlanSchema>

export const importRunSchema = z.object({
  importId: uuidSchema,
  report: importReportSchema,
  reading: importReadingSchema,
  /** Somebody stopped it: the rows after `readRows` were not looked at. */
  isCanceled: z.boolean(),
  readRows: z.number().int(),
  /**
   * The headings and all the bad rows as they stand in the file, to be mended and imported again,
   * each with what is wrong.
   */
  headings: z.array(z.string()),
  badRecords: z.array(
    z.object({
      cells: z.array(z.string()),
      problems: z.array(z.object({ column: z.string(), reason: z.string() })),
    }),
  ),
})
export type ImportRun = z.infer<typeof importRunSchema>

export const importFileResultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plan'), plan: importPlanSchema }),
  z.object({ kind: z.literal('to_be_seen') }),
  z.object({ kind: z.literal('run'), run: importRunSchema }),
])
export type ImportFileResult = z.infer<typeof importFileResultSchema>

export const importIdSchema = z.strictObject({ importId: uuidSchema })

/** One import as the list of earlier ones shows it, and while it runs. */
export const pastImportSchema = z.object({
  id: uuidSchema,
  fileName: z.string(),
  actorName: z.string(),
  startedAt: instantSchema,
  totalRows: z.number().int(),
  readRows: z.number().int(),
  badRows: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  callsCreated: z.number().int(),
  status: z.enum(['running', 'done', 'canceled', 'broken_off', 'undone']),
  /** Until when it can be taken back; null where it cannot, or was. */
  undoableUntil: instantSchema.nullable(),
  undoneByName: z.string().nullable(),
})
export type PastImport = z.infer<typeof pastImportSchema>

/** Fields that are not known here pass: the page's list sends which way it turns its pages. */
export const pastImportsInputSchema = z
  .object({
    limit: z.number().int().min(1).max(100).default(10),
    cursor: z.string().max(500).nullish(),
  })
  .prefault({})

export const pastImportsPageSchema = z.object({
  imports: z.array(pastImportSchema),
  /** Null on the last page. */
  nextCursor: z.string().nullable(),
})
export type PastImportsPage = z.infer<typeof pastImportsPageSchema>

export const importUndoneSchema = z.object({
  visitsRemoved: z.number().int(),
  visitsRestored: z.number().int(),
  callsRemoved: z.number().int(),
  /** What the import brought and what stays, by order number, with the reason. */
  stayed: z.array(z.object({ externalId: z.string(), reason: z.string() })),
})
export type ImportUndone = z.infer<typeof importUndoneSchema>
