import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createDecoder, Reader } from '../resources/index.ts'
import type { Resource } from '../resources/index.ts'
import { createYamlParser } from '../yaml/index.ts'
import { admit } from './index.ts'
import type { Refusal } from './index.ts'

/** What istiod's webhook and the CRDs said to each recorded configuration, in their own words. */
const families = join(import.meta.dirname, '../../cli/cases')

interface Verdict {
  readonly rejected?: Partial<Record<Refusal['gate'], string>>
  readonly warnings?: readonly string[]
}
type Expected = Readonly<Record<string, { readonly admission?: Readonly<Record<string, Verdict>> }>>

const read = (file: string): string => {
  const bytes = readFileSync(file)
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

function readCases(text: string): readonly { readonly name: string; readonly config: string }[] {
  const { documents } = createYamlParser().parse(text)
  return documents.flatMap(({ root }) => {
    const items = root?.kind === 'list' ? root.items : [root]
    return items.flatMap(item => {
      const fields = new Reader(item)
      const name = fields.string('name')
      return name === undefined ? [] : [{ name, config: fields.string('config') ?? '' }]
    })
  })
}

const admitText = (config: string) => admit(createDecoder().decodeAll(createYamlParser().parse(config)).decoded)
const keyOf = ({ kind, namespace, name }: Resource): string => `${kind} ${namespace}/${name}`

/** As hashicorp/go-multierror prints several. */
function toMultiError(messages: readonly string[]): string {
  const list = messages.map(message => `\t* ${message}`).join('\n')
  return messages.length === 1 ? (messages[0] ?? '') : `${messages.length} errors occurred:\n${list}\n\n`
}

function toVerdicts(config: string): Readonly<Record<string, Verdict>> {
  const { refused, warnings } = admitText(config)
  return Object.fromEntries<Verdict>([
    ...[...refused].map(([resource, refusals]) => {
      const said = (gate: Refusal['gate']) =>
        refusals.filter(refusal => refusal.gate === gate).map(({ message }) => message)
      const [schema, validation] = [said('schema'), said('validation')]
      const { kind, name, namespace } = resource
      const rejected = {
        ...(schema.length > 0 && { schema: `${kind}/${name}/${namespace}: ${toMultiError(schema)}` }),
        ...(validation.length > 0 && { validation: toMultiError(validation) }),
      }
      return [keyOf(resource), { rejected }] as const
    }),
    ...[...warnings].map(
      ([resource, remarks]) => [keyOf(resource), { warnings: remarks.map(({ message }) => message) }] as const,
    ),
  ])
}

describe.each(readdirSync(join(families, 'cases')))('%s', file => {
  const cases = readCases(read(join(families, 'cases', file)))
  const expected = JSON.parse(read(join(families, 'expected', file.replace('.yaml', '.json')))) as Expected

  test('has cases', () => {
    expect(cases.length).toBeGreaterThan(3)
  })

  test('every configuration is refused and remarked on as recorded', () => {
    const got = Object.fromEntries(cases.map(({ name, config }) => [name, toVerdicts(config)]))
    const want = Object.fromEntries(cases.map(({ name }) => [name, expected[name]?.admission ?? {}]))
    expect(got).toEqual(want)
  })
})

describe('what istioctl analyze passes on of the webhook', () => {
  interface Message {
    readonly code: string
    readonly origin: string
    readonly message: string
  }
  const folder = join(import.meta.dirname, 'cases')
  const recorded = JSON.parse(read(join(folder, 'schema-and-warnings.json'))) as Readonly<
    Record<string, readonly Message[]>
  >
  const cases = readCases(read(join(folder, 'schema-and-warnings.yaml')))

  test('has cases', () => {
    expect(cases.map(({ name }) => name).sort()).toEqual(Object.keys(recorded).sort())
  })

  test.each(cases)('$name', ({ name, config }) => {
    const { refused, warnings } = admitText(config)
    const invalid = [...refused].map(
      ([resource, list]) => [resource, list.filter(({ gate }) => gate === 'validation')] as const,
    )
    const isInvalid = (origin: string): boolean => invalid.some(([r, list]) => list.length > 0 && keyOf(r) === origin)
    const said = [...invalid, ...warnings].flatMap(([resource, list]) =>
      list.map(({ message }) => `${keyOf(resource)}: ${message}`),
    )
    const wanted = (recorded[name] ?? [])
      .filter(({ code, origin }) => code === 'IST0106' || !isInvalid(origin))
      .map(
        ({ origin, message }) =>
          `${origin}: ${message.replace(/^Schema validation (error|warning): /, '').replace(/^V(irtualService rule .*)\.$/, 'v$1')}`,
      )
    expect([...new Set(said)].sort()).toEqual([...new Set(wanted)].sort())
  })
})
