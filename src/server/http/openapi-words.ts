import type { OpenAPIObject } from 'trpc-to-openapi'
import { callFilterWords } from './call-filter-words.ts'
import {
  callCreateWords,
  callDetailWords,
  callUpdateWords,
  callWords,
  demoCreateWords,
  importReportWords,
  importWords,
  serviceRecordCreatedWords,
  serviceRecordCreateWords,
  serviceRecordWords,
} from './field-words.ts'
import { listRestProcedures } from './rest-procedures.ts'

type PathItem = NonNullable<OpenAPIObject['paths']>[string]
type Operation = NonNullable<PathItem['get']>
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>
type Schema = Schemas[string]
type Words = Readonly<Record<string, string>>

/** What the fields of the document's named schemas mean. */
export const wordsOfSchema: Readonly<Record<string, Words>> = {
  Call: callWords,
  ServiceRecord: serviceRecordWords,
}

const wordsOfBody: Readonly<Record<string, Words>> = {
  'calls-create': callCreateWords,
  'calls-update': callUpdateWords,
  'demo-create': demoCreateWords,
  'serviceRecords-create': serviceRecordCreateWords,
  'serviceRecords-import': importWords,
  'scheduleConfig-update': {
    config: 'All of the schedule: what is left out goes back to its default.',
  },
  'cases-close': { resolution: 'What was done for the customer.' },
}

const wordsOfAnswer: Readonly<Record<string, Words>> = {
  'calls-byId': { ...callWords, ...callDetailWords },
  'serviceRecords-create': serviceRecordCreatedWords,
  'serviceRecords-import': importReportWords,
}

const wordsOfParameter: Words = {
  id: 'Of the case.',
  callId: 'Of the call.',
  tab: 'Which list of calls.',
  limit: 'How many at most.',
  cursor: 'Where the page begins, as the `Link` header or `nextCursor` carries it.',
  actorKind: 'Only what people, programs or the server itself did.',
  actorId: 'Only what this person or key did.',
  action: 'Only what was done in this way.',
  subjectType: 'Only what was done to things of this kind, like `call`.',
  subjectId: 'Only what was done to this one.',
  from: 'From this instant on.',
  to: 'Before this instant.',
}

/** Says of every parameter and field what it means. */
export function withWords(item: PathItem): PathItem {
  return Object.fromEntries(
    Object.entries(item).map(([method, operation]: [string, Operation]) => [
      method,
      withWordsOfOperation(operation),
    ]),
  )
}

function withWordsOfOperation(operation: Operation): Operation {
  const { operationId = '', parameters, requestBody, responses } = operation
  return {
    ...operation,
    ...(parameters && {
      parameters: parameters.map((each) => withParameterWords(operationId, each)),
    }),
    ...(requestBody &&
      'content' in requestBody && {
        requestBody: {
          ...requestBody,
          content: inJson(requestBody.content, wordsOfBody[operationId]),
        },
      }),
    responses: Object.fromEntries(
      Object.entries(responses ?? {}).map(([status, response]) => [
        status,
        status === '200' && 'content' in response
          ? { ...response, content: inJson(response.content ?? {}, wordsOfAnswer[operationId]) }
          : response,
      ]),
    ),
  }
}

type Parameter = NonNullable<Operation['parameters']>[number]

/** The generator drops what an optional parameter says of itself, so its schema is asked again. */
function withParameterWords(operationId: string, parameter: Parameter): Parameter {
  if (!('name' in parameter)) return parameter
  const { name, schema } = parameter
  const procedure = listRestProcedures().find((each) => each.name.replace('.', '-') === operationId)
  const own = procedure?.inputSchema?.shape[name]
  const isOfCalls = operationId.startsWith('calls-') && parameter.in === 'query'
  const description =
    parameter.description ??
    (schema && 'description' in schema ? schema.description : undefined) ??
    descriptionOf(own) ??
    (isOfCalls ? wordOf(callFilterWords, name) : undefined) ??
    wordsOfParameter[name]
  return description === undefined ? parameter : { ...parameter, description }
}

const descriptionOf = (schema: unknown): string | undefined =>
  schema instanceof Object && 'description' in schema && typeof schema.description === 'string'
    ? schema.description
    : undefined

const wordOf = (words: Words, name: string): string | undefined => words[name]

type Content = NonNullable<Extract<Operation['requestBody'], { content: unknown }>>['content']

const inJson = (content: Content, words: Words | undefined): Content =>
  Object.fromEntries(
    Object.entries(content).map(([type, media]) => [
      type,
      media.schema ? { ...media, schema: withFieldWords(media.schema, words) } : media,
    ]),
  )

/** Says of the fields of an object what they mean, where they do not say it themselves. */
export function withFieldWords(schema: Schema, words: Words | undefined): Schema {
  if (words === undefined || !('properties' in schema) || !schema.properties) return schema
  return {
    ...schema,
    properties: Object.fromEntries(
      Object.entries(schema.properties).map(([name, field]) => [
        name,
        words[name] === undefined ? field : { ...field, description: words[name] },
      ]),
    ),
  }
}
