/** A message in protobuf's JSON form, as istiod's debug pages and `istioctl` print it. */
export type Json = Readonly<Record<string, unknown>>

/** Stands for a value that is written even when it is empty: members of a oneof, wrappers, messages that are set. */
export interface Kept {
  readonly keep: unknown
}

/** Leaves out what protobuf's JSON leaves out: what is not set, empty or zero. `{ keep: x }` is written whatever it is. */
export function withoutEmpty(fields: Json): Json {
  const kept = Object.entries(fields).flatMap(([name, value]) => {
    if (isKept(value)) return value.keep === undefined ? [] : [[name, value.keep] as const]
    return isEmpty(value) ? [] : [[name, value] as const]
  })
  return Object.fromEntries(kept)
}

export const keep = (value: unknown): Kept => ({ keep: value })

/** A duration as protobuf's JSON has it: whole seconds, or three, six or nine digits of a fraction. */
export function toDurationJson(ms: number): string {
  if (ms % 1000 === 0) return `${String(ms / 1000)}s`
  const digits = Number.isInteger(ms) ? 3 : Number.isInteger(ms * 1000) ? 6 : 9
  return `${(ms / 1000).toFixed(digits)}s`
}

/** Envoy's FractionalPercent; its denominator is HUNDRED where none is written. */
export function toFractionJson(numerator: number, denominator = 1_000_000): Json {
  const name = denominator === 1_000_000 ? 'MILLION' : denominator === 10_000 ? 'TEN_THOUSAND' : undefined
  return { ...(numerator !== 0 && { numerator }), ...(name !== undefined && { denominator: name }) }
}

const isKept = (value: unknown): value is Kept => typeof value === 'object' && value !== null && 'keep' in value

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === 0 || value === false) return true
  return typeof value === 'object' && Object.keys(value).length === 0
}
