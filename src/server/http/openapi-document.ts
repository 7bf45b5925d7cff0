import { generateOpenApiDocument, type OpenAPIObject } from 'trpc-to-openapi'
import { z } from 'zod'
import { callSchema, vehicleInfoSchema } from '../domain/call.schema.ts'
import { scheduleConfigSchema } from '../domain/schedule-config.schema.ts'
import { serviceRecordSchema } from '../domain/service-record.schema.ts'
import { errorsOf } from '../trpc/rest-meta.ts'
import { appRouter } from '../trpc/router.ts'
import type { CsvExport } from './csv-export.ts'
import { csvExports } from './csv-exports.ts'
import { recordingPath } from './openapi-recording.ts'
import { errorSchema, refusalsOf } from './openapi-refusals.ts'
import { withFieldWords, withWords, wordsOfSchema } from './openapi-words.ts'
import { withReadableTypes } from './readable-types.ts'
import { outsideName } from './rest-names.ts'
import { restPrefix } from './rest-routes.ts'

const names = [
  [callSchema, 'Call', 'A call: the task of getting feedback on one service record.'],
  [vehicleInfoSchema, 'VehicleInfo', 'The vehicle that was serviced.'],
  [serviceRecordSchema, 'ServiceRecord', "One workshop visit of one customer's vehicle."],
  [scheduleConfigSchema, 'ScheduleConfig', 'The rules of when calls may be placed.'],
] as const

const description = `Push service visits, read their feedback calls, and set when calls may be placed.

Instants are ISO 8601 in UTC. Lists of calls are JSON arrays; the \`Link\` header with \`rel="next"\`
leads to the next page. Errors are \`{ code, message, issues? }\`, and \`issues\` name the fields.

Programs send a key of their organization: \`Authorization: Bearer rb_…\`, made under Settings by an
owner or manager. Its scopes say what it may do: \`read\`, \`write-calls\`, \`write-visits\`,
\`write-schedule\`; a refusal names the one that is needed. A key may ask 600 times a minute of each
server process, and an address may write 1,200 times; 429 says in \`Retry-After\` after how many
seconds to ask again.

Where an answer was lost, most requests can be sent again. A visit is known by its \`externalId\`, a
call by its visit as long as that call is open, and a change by the \`expectedVersion\` that it rests
on: what is there already is answered with 409. A change without \`expectedVersion\` is made once
more. An import changes nothing the second time. A visit is corrected by importing its row again.

Instead of asking again and again, let Ringback tell: webhooks, in Settings, are sent when a call is
completed, missed or scored low.`

const securitySchemes = {
  key: {
    type: 'http' as const,
    scheme: 'bearer',
    bearerFormat: 'rb_…',
    description: "A key of the organization's, as `Authorization: Bearer`.",
  },
  session: {
    type: 'apiKey' as const,
    in: 'cookie' as const,
    name: 'ringback-session',
    description:
      'The cookie of a person who is signed in; over https it is called `__Host-ringback-session`.',
  },
}

const signIns = Object.keys(securitySchemes).map((name) => ({ [name]: [] }))

/** The document of the REST table, from the same procedures and schemas that answer it. */
export function createOpenApiDocument(origin: string): OpenAPIObject {
  document ??= makeDocument()
  return { ...document, servers: [{ url: origin + restPrefix }] }
}

/** Made once: it takes a tenth of a second, and anybody may ask for it. */
let document: OpenAPIObject | undefined

function makeDocument(): OpenAPIObject {
  for (const [schema, id, about] of names) {
    z.globalRegistry.add(schema, { id, description: about })
  }
  const document = generateOpenApiDocument(appRouter, {
    title: 'Ringback',
    description,
    version: '1.0.0',
    baseUrl: restPrefix,
    tags: [
      ...['Calls', 'Schedule', 'Cases', 'Demo calls'],
      ...['Service records', 'Insights', 'Audit log'],
    ],
    securitySchemes,
    paths: Object.fromEntries([...csvExports.map(exportPath), recordingPath(signIns)]),
  })
  const paths = Object.entries(document.paths ?? {})
  const { schemas } = document.components ?? {}
  const worded: OpenAPIObject = {
    ...document,
    paths: Object.fromEntries(paths.map(([path, item]) => withOutsideNames(path, withWords(item)))),
    components: {
      ...document.components,
      schemas: Object.fromEntries(
        Object.entries(schemas ?? {}).map(([name, schema]) => [
          name,
          name.startsWith('error.') ? errorSchema : withFieldWords(schema, wordsOfSchema[name]),
        ]),
      ),
    },
  }
  return withReadableTypes(worded) as OpenAPIObject
}

type PathItem = NonNullable<OpenAPIObject['paths']>[string]

/** Names path parameters as the routes do, and adds the upload of a file as it is. */
function withOutsideNames(path: string, item: PathItem): [string, PathItem] {
  const renamed = path.replace(/\{(\w+)\}/g, (_, field: string) => `{${outsideName(path, field)}}`)
  const named = Object.fromEntries(
    Object.entries(item).map(([method, operation]: [string, PathItem['get']]) => [
      method,
      {
        ...operation,
        parameters: operation?.parameters?.map((parameter) =>
          'name' in parameter && parameter.in === 'path'
            ? { ...parameter, name: outsideName(path, parameter.name) }
            : parameter,
        ),
      },
    ]),
  )
  return [renamed, path.endsWith('/import') ? { ...named, post: withCsv(item.post) } : named]
}

function withCsv(operation: PathItem['post']): PathItem['post'] {
  const body = operation?.requestBody
  if (operation === undefined || body === undefined || !('content' in body)) return operation
  return {
    ...operation,
    parameters: [
      csvParameter('fileName', 'What the report calls the file, for a body of text/csv.'),
      csvParameter('timeZone', 'The zone of times without one, for a body of text/csv.'),
      csvParameter(
        'dateOrder',
        'How dates that can be read both ways are read, month_first or day_first, for a body of text/csv.',
      ),
    ],
    requestBody: {
      ...body,
      content: {
        ...body.content,
        'text/csv': {
          schema: { type: 'string' },
          example:
            'Order,Customer,Phone,Completed\nRO-1001,Ana Ruiz,(212) 555-0123,2026-11-20 15:30',
        },
      },
    },
  }
}

/** A file has no procedure, so it is described from the list of exports. */
function exportPath({ path, summary, tag, inputSchema }: CsvExport) {
  const operationId = `${path.slice(1).replace('/export.csv', '')}-export`
  const operation = {
    operationId,
    summary,
    tags: [tag],
    security: signIns,
    requestParams: { query: inputSchema },
    responses: {
      200: {
        description: 'The file, with a byte order mark; it comes in pieces.',
        content: { 'text/csv': { schema: { type: 'string' as const } } },
      },
      ...refusalsOf(errorsOf('GET', path)),
    },
  }
  return [path, { get: operation }] as const
}

const csvParameter = (name: string, about: string) => ({
  in: 'query' as const,
  name,
  description: about,
  schema: { type: 'string' as const },
})
