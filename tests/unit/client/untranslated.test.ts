import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { findUntranslated } from '../../support/find-untranslated.ts'

/** Files below `src/client` whose words are data or of a language of their own. */
const exempt: readonly string[] = [
  'client/theme.ts',
  'build/compiled-ahead.ts',
  'build/mantine-sheets.ts',
  'calls/detail/FindingWords.tsx',
  'calls/detail/use-following.ts',
  'demo/demo-wish.ts',
  'demo/fiction.ts',
  'demo/stage/use-stage-keys.ts',
  'demo/stage/yes-no-words.ts',
  'features/settings/describe-user-agent.ts',
  'first-sight/first-script.ts',
  'i18n/language.ts',
  'lib/browser-temporal.ts',
  'lib/is-typed-into.ts',
  'lib/shared-socket/shared-link.ts',
  'script/trial/usual-facts.ts',
  'shell/key-words.ts',
]

it.each([
  ['a text', '<p>Nothing yet</p>', ['1: Nothing yet']],
  ['a word', '<p>yes</p>', ['1: yes']],
  ['a piece beside a value', '<p>{count} calls</p>', ['1: calls']],
  ['one of two', '<p>{isOn ? t("On") : "off"}</p>', ['1: off']],
  ['an attribute', '<a aria-label="more" />', ['1: more']],
  ['an attribute of pieces', '<a title={"Call " + name} />', ['1: Call']],
  ['a property that is read', 'show({ message: "saved" })', ['1: saved']],
  ['a sentence anywhere', 'const words = ["none of them"]', ['1: none of them']],
  ['a name anywhere', 'const words = { ready: "Ready" }', ['1: Ready']],
  ['a template anywhere', `const words = \`\${n} calls\``, ['1: calls']],
  ['a value of a text', 't("By {who}", { who: who ?? "nobody" })', ['1: nobody']],
  ['an element of a text', '<T text="By {who}" who="nobody" />', ['1: nobody']],
  ['the line of each', 'show(<p>One</p>)\n\nshow(<p>Two</p>)', ['1: One', '3: Two']],
  ['no text of the catalogue', 'plural(n, "{n} call", "{n} calls")', []],
  ['no text with elements', '<T text="Ask {who}" who={<b>{who}</b>} />', []],
  ['no classes', `<p className={\`\${large} numeric\`} />`, []],
  ['no class, unit or key', '<p className="wide" w="4rem" key={of("Enter")} />', []],
  ['no key', '<Kbd>R</Kbd>', []],
  ['no comparison', 'if (part === "Blocked dates") go("/")', []],
  ['no name of a product', '<p title="Ringback">{page} · Ringback</p>', []],
  ['no address', `go(\`/calls/call-\${id}\`)`, []],
  ['no type', 'const kind: "Not this" = other as "Nor this"', []],
])('finds %s', (_, code, expected) => {
  expect(findUntranslated(code)).toEqual(expected)
})

const everyFile = readdirSync('src/client', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith(`i18n${path.sep}es${path.sep}`))
  .map((file) => path.join('src/client', file))

it('finds none in the page', () => {
  const untranslated = everyFile
    .filter((file) => !exempt.some((each) => file.endsWith(each)))
    .flatMap((file) =>
      findUntranslated(readFileSync(file, 'utf8'), file).map((found) => `${file}:${found}`),
    )
  expect(untranslated).toEqual([])
})
