import { parseDuration } from '../base/duration.ts'
import type { YamlNode } from '../yaml/index.ts'
import type { Labels } from './resource.ts'

/**
 * Reads typed fields off a YAML value. What is missing, null or of another type is absent: refusing it is the
 * admission stage's, not the decoder's.
 */
export class Reader {
  readonly node: YamlNode | undefined

  constructor(node: YamlNode | undefined) {
    this.node = node
  }

  get isPresent(): boolean {
    return this.node !== undefined && !(this.node.kind === 'scalar' && this.node.value === null)
  }

  /** The field, which may be absent; any chain of `at` is safe. */
  at(...names: readonly string[]): Reader {
    let node = this.node
    for (const name of names) {
      node = node?.kind === 'map' ? node.entries.find(entry => entry.key === name)?.value : undefined
    }
    return new Reader(node)
  }

  string(name: string): string | undefined {
    return typeof this.#scalar(name) === 'string' ? (this.#scalar(name) as string) : undefined
  }

  number(name: string): number | undefined {
    const value = this.#scalar(name)
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
    const { node } = this.at(name)
    return node?.kind === 'list' ? node.items.map(item => new Reader(item)) : []
  }

  strings(name: string): readonly string[] {
    return this.list(name).flatMap(({ node }) =>
      node?.kind === 'scalar' && typeof node.value === 'string' ? [node.value] : [],
    )
  }

  /** Fields of a map as a record; keys of `Object.prototype` are keys like any other. */
  record<T>(name: string, read: (value: Reader) => T | undefined): Readonly<Record<string, T>> {
    const { node } = this.at(name)
    if (node?.kind !== 'map') return {}
    return Object.fromEntries(
      node.entries.flatMap(({ key, value }) => {
        const decoded = read(new Reader(value))
        return decoded === undefined ? [] : [[key, decoded] as const]
      }),
    )
  }

  labels(name: string): Labels {
    return this.record(name, ({ node }) =>
      node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined,
    )
  }

  /** Reads a message only where the field is there (an empty map counts). */
  message<T>(name: string, read: (value: Reader) => T): T | undefined {
    const field = this.at(name)
    return field.node?.kind === 'map' ? read(field) : undefined
  }

  #scalar(name: string): string | number | boolean | null | undefined {
    const { node } = this.at(name)
    return node?.kind === 'scalar' ? node.value : undefined
  }
}
