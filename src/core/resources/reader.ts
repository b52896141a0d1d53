import { parseDuration } from '../base/duration.ts'
import type { Path } from '../base/origin.ts'
import { perObject } from '../base/per-object.ts'
import type { YamlMap, YamlNode } from '../yaml/index.ts'
import type { Labels } from './resource.ts'

const NUMERIC = /^-?\d{1,15}(\.\d{1,15})?$/

/**
 * Reads typed fields off a YAML value. What is missing, null or of another type is absent: refusing it is the
 * admission stage's, not the decoder's.
 */
export class Reader {
  readonly node: YamlNode | undefined
  readonly #above: Reader | undefined
  readonly #steps: Path

  constructor(node: YamlNode | undefined, steps: Path = NO_STEPS, above?: Reader) {
    this.node = node
    this.#above = above
    this.#steps = steps
  }

  /** Steps from the resource's own map to this value; most are read without them. */
  get path(): Path {
    return this.#above ? [...this.#above.path, ...this.#steps] : this.#steps
  }

  get isPresent(): boolean {
    return this.node !== undefined && !(this.node.kind === 'scalar' && this.node.value === null)
  }

  /** The field, which may be absent; any chain of `at` is safe. */
  at(...names: readonly string[]): Reader {
    let node = this.node
    for (const name of names) node = valueAt(node, name)
    return new Reader(node, names, this)
  }

  string(name: string): string | undefined {
    const value = this.#scalar(name)
    return typeof value === 'string' ? value : undefined
  }

  /** A number, also one in quotes, as protobuf's JSON has it; the API server's schema refuses those on its own. */
  number(name: string): number | undefined {
    const value = this.#scalar(name)
    if (typeof value === 'string') return NUMERIC.test(value) ? Number(value) : undefined
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined
  }

  boolean(name: string): boolean | undefined {
    const value = this.#scalar(name)
    return typeof value === 'boolean' ? value : undefined
  }

  durationMs(name: string): number | undefined {
    const text = this.string(name)
    return text === undefined ? undefined : parseDuration(text)
  }

  /** Items of a list; index i is the item at `name[i]`, null items included. */
  list(name: string): readonly Reader[] {
    const node = valueAt(this.node, name)
    return node?.kind === 'list' ? node.items.map((item, i) => new Reader(item, [name, i], this)) : []
  }

  strings(name: string): readonly string[] {
    const node = valueAt(this.node, name)
    return node?.kind === 'list' ? node.items.flatMap(item => textOf(item) ?? []) : []
  }

  /** Entries of a map field, values that are null included. */
  entries(name: string): readonly (readonly [key: string, value: Reader])[] {
    const node = valueAt(this.node, name)
    if (node?.kind !== 'map') return []
    return node.entries.map(({ key, value }) => [key, new Reader(value, [name, key], this)])
  }

  /** Fields of a map as a record; keys of `Object.prototype` are keys like any other. */
  record<T>(name: string, read: (value: Reader) => T | undefined): Readonly<Record<string, T>> {
    return Object.fromEntries(
      this.entries(name).flatMap(([key, value]) => {
        const decoded = read(value)
        return decoded === undefined ? [] : [[key, decoded] as const]
      }),
    )
  }

  labels(name: string): Labels {
    const node = valueAt(this.node, name)
    return node?.kind === 'map' ? textsOf(node) : NO_LABELS
  }

  /** Reads a message only where the field is there (an empty map counts). */
  message<T>(name: string, read: (value: Reader) => T): T | undefined {
    const field = this.at(name)
    return field.node?.kind === 'map' ? read(field) : undefined
  }

  #scalar(name: string): string | number | boolean | null | undefined {
    const node = valueAt(this.node, name)
    return node?.kind === 'scalar' ? node.value : undefined
  }
}

const NO_STEPS: Path = []
const NO_LABELS: Labels = {}

/** Of a map, its values that are text. */
const textsOf = perObject(({ entries }: YamlMap): Labels =>
  Object.fromEntries(
    entries.flatMap(({ key, value }) => {
      const text = textOf(value)
      return text === undefined ? [] : [[key, text] as const]
    }),
  ),
)

const valueAt = (node: YamlNode | undefined, name: string): YamlNode | undefined =>
  node?.kind === 'map' ? node.entries.find(entry => entry.key === name)?.value : undefined

const textOf = (node: YamlNode | undefined): string | undefined =>
  node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined
