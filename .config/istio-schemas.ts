import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { schemaOfInterface } from './typings-to-schema.ts'
import type { JsonSchema } from './typings-to-schema.ts'

const QUERY = '?istio-schemas'
const MODULES = fileURLToPath(new URL('../node_modules', import.meta.url))
const TYPINGS = join(MODULES, '@kubernetes-models/istio')
const CACHE = join(MODULES, '.cache/istio-schemas')
const SOURCES = ['./istio-schemas.ts', './typings-to-schema.ts'].map(path =>
  fileURLToPath(new URL(path, import.meta.url)),
)

/** `import { schema } from './kinds.json?istio-schemas'`: one JSON Schema for a file of documents of the listed kinds. */
export function istioSchemas(): Plugin {
  return {
    name: 'istio-schemas',
    enforce: 'pre',
    load(id) {
      if (!id.endsWith(QUERY)) return undefined
      const list = id.slice(0, -QUERY.length)
      this.addWatchFile(list)
      const kinds = JSON.parse(readFileSync(list, 'utf8')) as string[]
      return `export const schema = JSON.parse(${JSON.stringify(cached(kinds))})`
    },
    // Vite's own JSON plugin must not take the query for a JSON file: the module is JavaScript by now.
    transform: { order: 'pre', handler: (code, id) => (id.endsWith(QUERY) ? { code, moduleType: 'js' } : undefined) },
  }
}

/** The typings of a kind, by `group/version/Kind`; undefined when there are none. */
export type Typings = (path: string) => string | undefined

export const installedTypings: Typings = path => {
  const file = join(TYPINGS, `${path}.d.ts`)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function cached(kinds: readonly string[]): string {
  const { version } = JSON.parse(readFileSync(join(TYPINGS, 'package.json'), 'utf8')) as { version: string }
  const hash = createHash('sha256').update(JSON.stringify([version, kinds]))
  for (const source of SOURCES) hash.update(readFileSync(source))
  const file = join(CACHE, `${hash.digest('hex').slice(0, 16)}.json`)
  if (existsSync(file)) return readFileSync(file, 'utf8')
  const text = JSON.stringify(schemaOfFile(kinds, installedTypings))
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return text
}

/** The kinds that are worth offering after `kind:`, besides those with a schema. */
const OTHER_KINDS = ['Service', 'Deployment', 'StatefulSet', 'DaemonSet', 'Pod', 'Namespace', 'List']

const VERSIONS = ['v1', 'v1beta1', 'v1alpha3', 'v1alpha1']
const TEXT: JsonSchema = { type: 'string' }
/** The Gateway API has kinds of the same names. */
const ELSEWHERE: JsonSchema = { not: { pattern: '^gateway\\.networking\\.k8s\\.io/' } }
const METADATA: JsonSchema = {
  type: 'object',
  properties: {
    name: { ...TEXT, description: 'Name of the resource, unique within its namespace and kind.' },
    namespace: { ...TEXT, description: 'Namespace of the resource; `default` when absent.' },
    labels: { type: 'object', additionalProperties: TEXT, description: 'Labels that selectors look at.' },
    annotations: { type: 'object', additionalProperties: TEXT },
  },
}

/** One schema for every document of a file: `if` its kind is known `then` that kind's fields, else anything goes. */
export function schemaOfFile(kinds: readonly string[], read: Typings): JsonSchema {
  const known = kinds.map(path => {
    const [group = '', , kind = ''] = path.split('/')
    return { group, kind, schema: schemaOfKind(path, group, kind, read) }
  })
  const names = [...known.map(({ kind }) => kind), ...OTHER_KINDS]
  return {
    type: 'object',
    properties: {
      apiVersion: { ...TEXT, description: 'Group and version of the kind, as `kubectl api-versions` lists them.' },
      kind: { anyOf: [{ enum: names }, TEXT], description: 'What this document describes.' },
      metadata: METADATA,
    },
    allOf: [
      ...known.map(({ kind, schema }) => ({
        if: { properties: { kind: { const: kind }, apiVersion: ELSEWHERE }, required: ['kind'] },
        then: schema,
      })),
      {
        if: { properties: { kind: { const: 'List' } }, required: ['kind'] },
        then: { properties: { items: { type: 'array', items: { $ref: '#' } } } },
      },
    ],
  }
}

function schemaOfKind(path: string, group: string, kind: string, read: Typings): JsonSchema {
  const whole = schemaOfInterface(read(path) ?? '', `I${kind}`)
  const spec = whole?.properties?.['spec']
  if (!spec) throw new Error(`The typings of ${path} have no interface I${kind} with a spec.`)
  const versions = VERSIONS.map(version => `${group}/${version}`).filter(
    version => read(`${version}/${kind}`) !== undefined,
  )
  return {
    type: 'object',
    properties: {
      apiVersion: { enum: versions },
      kind: { const: kind },
      metadata: METADATA,
      spec,
      status: {},
    },
    additionalProperties: false,
    required: ['apiVersion', 'kind', 'metadata'],
  }
}
