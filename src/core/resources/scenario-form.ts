import { parseDuration } from '../base/duration.ts'
import type { Path } from '../base/origin.ts'
import type { Reader } from './reader.ts'
import type { ScenarioSlip } from './scenario-spec.ts'

type Scalar = string | number | boolean

const RATE = /^(\d+(?:\.\d+)?)\s*\/\s*(s|m|h)$/
const PERCENT = /^(\d+(?:\.\d+)?)\s*%$/
const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 }

/** Reads the fields of one map, and notes those that are none and values of another kind: a Scenario is ours to check. */
export class ScenarioForm {
  readonly #reader: Reader
  readonly #slips: ScenarioSlip[]

  constructor(reader: Reader, fields: readonly string[], slips: ScenarioSlip[]) {
    this.#reader = reader
    this.#slips = slips
    const { node, path } = reader
    if (node?.kind === 'map') {
      for (const { key } of node.entries) {
        if (!fields.includes(key)) slips.push({ kind: 'no-field', path: [...path, key], fields })
      }
    } else if (reader.isPresent) this.#note(path, 'a map of fields')
  }

  get path(): Path {
    return this.#reader.path
  }

  text(name: string): string | undefined {
    return this.#scalar(name, 'text', value => (typeof value === 'boolean' ? undefined : String(value)))
  }

  flag(name: string): boolean | undefined {
    return this.#scalar(name, 'true or false', value => (typeof value === 'boolean' ? value : undefined))
  }

  whole(name: string, least: number, most: number): number | undefined {
    const wanted = `a whole number from ${least} to ${most}`
    return this.#scalar(name, wanted, value =>
      typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined,
    )
  }

  choice<Value extends string>(name: string, values: readonly Value[]): Value | undefined {
    return this.#scalar(name, `one of ${values.join(', ')}`, value => values.find(one => one === value))
  }

  durationMs(name: string): number | undefined {
    return this.#scalar(name, 'a duration such as 500ms, 2s or 1m30s', value => {
      const ms = typeof value === 'string' ? parseDuration(value) : value === 0 ? 0 : undefined
      return ms !== undefined && ms >= 0 ? ms : undefined
    })
  }

  /** `50/s`, `300/m`, or a number, a second. */
  ratePerSecond(name: string, most: number): number | undefined {
    return this.#scalar(name, `a rate such as 50/s or 300/m, up to ${most}/s`, value => {
      const [, amount, unit = ''] = (typeof value === 'string' ? RATE.exec(value) : undefined) ?? []
      const rate = typeof value === 'number' ? value : Number(amount) / (SECONDS[unit] ?? 1)
      return rate >= 0 && rate <= most ? rate : undefined
    })
  }

  /** `80%`, or the number of percent. */
  percent(name: string): number | undefined {
    return this.#scalar(name, 'a share from 0% to 100%', value => {
      const percent = percentOf(value)
      return percent !== undefined && percent >= 0 && percent <= 100 ? percent : undefined
    })
  }

  /** Like `percent`, and any number that is not negative. */
  share(name: string): number | undefined {
    return this.#scalar(name, 'a share such as 20 or 20%', value => {
      const share = percentOf(value)
      return share !== undefined && share >= 0 && Number.isFinite(share) ? share : undefined
    })
  }

  texts(name: string): readonly string[] {
    return this.#items(name).map(item => {
      const { node } = item
      if (node?.kind === 'scalar' && typeof node.value === 'string') return node.value
      this.#note(item.path, 'text')
      return ''
    })
  }

  /** Names of documents, and documents written out: a list of both, or one written out alone. */
  documents(name: string): { readonly apply: readonly string[]; readonly written: readonly Path[] } {
    const field = this.#reader.at(name)
    const items = field.node?.kind === 'map' ? [field] : this.#items(name)
    const written = items.filter(({ node }) => node?.kind === 'map').map(({ path }) => path)
    const apply = items.map(({ node, path }) => {
      if (node?.kind === 'map') return ''
      if (node?.kind === 'scalar' && typeof node.value === 'string' && !node.value.includes('\n')) return node.value
      this.#note(path, 'a document of this text, by kind and name, or one written out, as a map')
      return ''
    })
    return { apply, written }
  }

  /** Values may be numbers and booleans: headers are text anyway. */
  textMap(name: string): Readonly<Record<string, string>> {
    const field = this.#reader.at(name)
    if (field.isPresent && field.node?.kind !== 'map') this.#note(field.path, 'a map of names and values')
    return Object.fromEntries(
      this.#reader.entries(name).flatMap(([key, { node, path }]) => {
        if (node?.kind === 'scalar') return [[key, node.value === null ? '' : String(node.value)] as const]
        this.#note(path, 'text')
        return []
      }),
    )
  }

  forms(name: string, fields: readonly string[]): readonly ScenarioForm[] {
    return this.#items(name).map(item => new ScenarioForm(item, fields, this.#slips))
  }

  form(name: string, fields: readonly string[]): ScenarioForm | undefined {
    const field = this.#reader.at(name)
    return field.isPresent ? new ScenarioForm(field, fields, this.#slips) : undefined
  }

  isMap(name: string): boolean {
    return this.#reader.at(name).node?.kind === 'map'
  }

  #items(name: string): readonly Reader[] {
    const field = this.#reader.at(name)
    if (field.isPresent && field.node?.kind !== 'list') this.#note(field.path, 'a list')
    return this.#reader.list(name)
  }

  #scalar<Value>(name: string, wanted: string, read: (value: Scalar) => Value | undefined): Value | undefined {
    const field = this.#reader.at(name)
    if (!field.isPresent) return undefined
    const { node } = field
    const value = node?.kind === 'scalar' && node.value !== null ? read(node.value) : undefined
    if (value === undefined) this.#note(field.path, wanted)
    return value
  }

  #note(path: Path, wanted: string): void {
    this.#slips.push({ kind: 'unreadable', path, wanted })
  }
}

function percentOf(value: Scalar): number | undefined {
  if (typeof value === 'number') return value
  const digits = typeof value === 'string' ? PERCENT.exec(value)?.[1] : undefined
  return digits === undefined ? undefined : Number(digits)
}
