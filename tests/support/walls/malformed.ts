import fc from 'fast-check'
import {
  type InputPath,
  type JsonSchema,
  jsonSchemaOf,
  type Procedure,
  withValueAt,
} from './procedures.ts'

/** Values at which programs stumble, of every kind that JSON has. */
const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, false, 0, -1, -0, 1.5, 1e308, -1e308, 5e-324],
    ...[2 ** 31, -(2 ** 31) - 1, 2 ** 53, 2 ** 63, 2 ** 64, 32768],
    ...['', ' ', '\0', 'a\0b', '\ud800', '\udfff', '\ufeff', '\u202e', '\u2028', '💥'.repeat(50)],
    ...["'", '\'; drop table "Call"; --', '%', '_', '\\', '%_\\', '$1', '{{x}}', '<script>'],
    ...['null', 'undefined', 'NaN', 'Infinity', 'true', '0', '-1', '1e999', '00000000000000000000'],
    ...[
      '0000-00-00',
      '2026-02-30',
      '2026-13-01T00:00:00Z',
      '9999-12-31T23:59:60Z',
      '-000001-01-01T00:00:00Z',
    ],
    ...[
      '+275760-09-13T00:00:00Z',
      '2026-11-20T15:00:00+99:99',
      '2026-11-20T15:00:00Z[UTC]',
      '2026-11-20',
    ],
    ...['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
    ...['01900000-0000-7000-8000-00000000000', '{01900000-0000-7000-8000-000000000001}'],
    ...['WyJyZWFkeSIsMCwiJzsgZHJvcCIsIngiXQ', 'bnVsbA', 'W10', '9223372036854775808:0', 'a:b'],
    ...[
      'America/New_York\0',
      'UTC+25',
      'Etc/Unknown',
      '../../etc/passwd',
      'toString',
      '__proto__',
      'constructor',
    ],
    ...['x'.repeat(300), 'x'.repeat(6000), 'é'.repeat(129), `${'1'.repeat(41)}`, '+1'.repeat(30)],
    ...[[], {}, [[]], [null], [{}], { length: 1 }, { toString: 'x' }, JSON.parse('{"then":"x"}')],
    Array.from({ length: 2000 }, (_, at) => at),
    Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`k${at}`, at])),
  ),
  fc.constantFrom(50, 3000).map(nested),
  fc.jsonValue({ maxDepth: 4 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -(2 ** 53), max: 2 ** 53 }),
)

/** As deep as an array goes before something that walks through it gives up. */
function nested(depth: number): unknown {
  let value: unknown = 1
  for (let at = 0; at < depth; at += 1) value = at % 2 === 0 ? [value] : { a: value }
  return value
}

/** Every place of a schema at which something can be put, deep ones too. */
function placesOf(schema: JsonSchema, at: InputPath = []): InputPath[] {
  const deeper = [
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((each) =>
      placesOf(each, at).filter((place) => place.length > at.length),
    ),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, each]) =>
      placesOf(each, [...at, name]),
    ),
    ...(schema.items ? placesOf(schema.items, [...at, '0']) : []),
  ]
  return [at, ...deeper]
}

/** A good input in which something was put out of order: at a place, beside it, or altogether. */
export function malformedInputs(procedure: Procedure, sample: unknown): fc.Arbitrary<unknown> {
  const { inputSchema } = procedure
  if (inputSchema === null) return nasty
  const places = placesOf(jsonSchemaOf(inputSchema))
  const placed = fc
    .array(fc.tuple(fc.constantFrom(...places), nasty), { minLength: 1, maxLength: 3 })
    .map((changes) => changes.reduce((input, [at, value]) => withValueAt(input, at, value), sample))
  const surplus = fc
    .tuple(fc.constantFrom(...places), fc.string({ maxLength: 20 }), nasty)
    .map(([at, name, value]) => withValueAt(sample, [...at, name || '__proto__'], value))
  return fc.oneof(
    { weight: 8, arbitrary: placed },
    { weight: 1, arbitrary: surplus },
    { weight: 1, arbitrary: nasty },
  )
}
