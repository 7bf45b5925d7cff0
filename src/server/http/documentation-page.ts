import type { OpenAPIObject } from 'trpc-to-openapi'
import { documentationStyle } from './documentation-style.ts'
import { Html, html, withCode } from './html.ts'
import { answerOf, fieldRow, fieldsOf } from './schema-words.ts'

type PathItem = NonNullable<OpenAPIObject['paths']>[string]
type Operation = NonNullable<PathItem['get']>
type Row = { method: string; path: string; operation: Operation }

/** Stands for the origin where the page is rendered; no word of the document looks like it. */
const anyOrigin = 'https://origin.invalid'

/**
 * The document as a page for each origin. Rendered once: that takes longer than most requests do,
 * and anybody may ask for it.
 */
export function createDocumentationPage(
  documentOf: (origin: string) => OpenAPIObject,
): (origin: string) => string {
  const parts = renderDocumentation(documentOf(anyOrigin)).split(anyOrigin)
  return (origin) => parts.join(html`${origin}`.text)
}

/** The document as a page to read, without scripts. */
function renderDocumentation(document: OpenAPIObject): string {
  const rows = rowsOf(document)
  const areas = [...new Set(rows.map(({ operation }) => operation.tags?.[0] ?? 'Other'))]
  const inArea = (area: string) => rows.filter(({ operation }) => operation.tags?.[0] === area)
  const base = document.servers?.[0]?.url ?? ''
  const schemas = Object.entries(document.components?.schemas ?? {}).filter(
    ([name]) => !name.startsWith('error.') && !name.endsWith('Output'),
  )
  const page = html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${document.info.title} API</title>
    <style>${new Html(documentationStyle)}</style>
  </head>
  <body>
    <nav aria-label="Endpoints">
      <a class="home" href="/">Ringback</a>
      ${areas.map(
        (area) => html`<h2>${area}</h2>
        <ul>${inArea(area).map(
          ({ method, path, operation }) =>
            html`<li><a href="#${operation.operationId}"><b>${method}</b> ${path}</a></li>`,
        )}</ul>`,
      )}
      <h2>Schemas</h2>
      <ul>${schemas.map(([name]) => html`<li><a href="#schema-${name}">${name}</a></li>`)}</ul>
    </nav>
    <main>
      <h1>${document.info.title} API</h1>
      ${(document.info.description ?? '').split('\n\n').map((text) => html`<p>${withCode(text)}</p>`)}
      <p>Base address: <code>${base}</code>. The same as a document for tools:
        <a href="/api/v1/openapi.json">openapi.json</a>.</p>
      ${areas.map((area) => html`<h2>${area}</h2>${inArea(area).map((row) => section(row, base))}`)}
      <h2>Schemas</h2>
      ${schemas.map(
        ([name, schema]) => html`<section id="schema-${name}"><h3>${name}</h3>
        ${fieldsOf(schema)}</section>`,
      )}
    </main>
  </body>
</html>`
  return page.text
}

const rowsOf = ({ paths = {} }: OpenAPIObject): Row[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]: [string, Operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
    })),
  )

function section({ method, path, operation }: Row, base: string): Html {
  const { operationId, summary, parameters = [], requestBody, responses = {} } = operation
  const own = operation.servers?.[0]?.url
  const named = parameters.filter((parameter) => 'name' in parameter)
  const contents = Object.entries(
    requestBody && 'content' in requestBody ? requestBody.content : {},
  )
  return html`<section id="${operationId}">
    <h3><b class="${method.toLowerCase()}">${method}</b> <code>${path}</code></h3>
    <p>${withCode(summary ?? '')}</p>
    ${
      named.length === 0
        ? ''
        : html`<h4>Parameters</h4>
    <table>${named.map(({ name, schema, required, description }) =>
      fieldRow(name, { ...schema, description }, required ?? false),
    )}</table>`
    }
    ${contents.map(
      ([type, { schema, example }]) =>
        html`<h4>Body as ${type}</h4>${example ? html`<pre>${example}</pre>` : fieldsOf(schema)}`,
    )}
    <h4>Answers</h4>
    <table>${Object.entries(responses).map(([status, response]) => answerRow(status, response))}</table>
    <pre>${exampleOf({
      method,
      path,
      base: own === undefined ? base : new URL(own, base).origin,
      type: contents[0]?.[0],
    })}</pre>
  </section>`
}

type Response = NonNullable<Operation['responses']>[string]

function answerRow(status: string, response: Response): Html {
  const isRead = 'content' in response
  const schema = isRead ? response.content?.['application/json']?.schema : undefined
  const isError = !status.startsWith('2')
  const isAnswer = !isError && schema !== undefined
  return html`<tr><th scope="row"><code>${status}</code></th>
    <td>${isAnswer ? answerOf(schema) : ''}
      ${!isAnswer && 'description' in response ? withCode(response.description ?? '') : ''}</td></tr>`
}

function exampleOf(call: { method: string; path: string; base: string; type: string | undefined }) {
  const { method, path, base, type } = call
  const verb = method === 'GET' ? '' : `-X ${method} `
  const body = type === undefined ? '' : ` -H 'content-type: ${type}' --data-binary @body`
  return `curl ${verb}-H "Authorization: Bearer $KEY" ${base}${path}${body}`
}
