import type { PlainValue, Rule, Schema } from './schema.ts'

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?'

const text = (minLength: number, maxLength: number, pattern?: RegExp): Schema => ({
  type: 'string',
  minLength,
  maxLength,
  ...(pattern && { pattern }),
})

/** Pieces that the Gateway API's CRDs share. */
export const GROUP = text(0, 253, new RegExp(`^$|^${LABEL}(\\.${LABEL})*$`))
export const KIND = text(1, 63, /^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$/)
export const OBJECT_NAME = text(1, 253)
export const NAMESPACE = text(1, 63, new RegExp(`^${LABEL}$`))
export const SECTION_NAME = text(1, 253, new RegExp(`^${LABEL}(\\.${LABEL})*$`))
export const PRECISE_HOSTNAME = SECTION_NAME
export const HOSTNAME_PATTERN = new RegExp(`^(\\*\\.)?${LABEL}(\\.${LABEL})*$`)
export const HOSTNAME = text(1, 253, HOSTNAME_PATTERN)
export const PORT: Schema = { type: 'integer', min: 1, max: 65535 }
export const HEADER_NAME = text(1, 256, /^[A-Za-z0-9!#$%&'*+\-.^_\x60|~]+$/)
export const HEADER_VALUE = text(1, 4096, /^[!-~]+([\t ]?[!-~]+)*$/)
export const QUERY_VALUE = text(1, 1024)
export const GATEWAY_DURATION: Schema = { type: 'string', pattern: /^([0-9]{1,5}(h|m|s|ms)){1,4}$/ }

/** A field of what a rule is asked about; undefined where there is none. */
export function at(value: PlainValue | undefined, field: string): PlainValue | undefined {
  if (value === null || value === undefined || typeof value !== 'object' || isList(value)) return undefined
  return Object.hasOwn(value, field) ? value[field] : undefined
}

/** A field's text; empty where it is none. */
export function textAt(value: PlainValue | undefined, field: string, otherwise = ''): string {
  const found = at(value, field)
  return typeof found === 'string' ? found : otherwise
}

export const has = (value: PlainValue | undefined, field: string): boolean => at(value, field) !== undefined

export const itemsOf = (value: PlainValue | undefined): readonly PlainValue[] =>
  value !== undefined && isList(value) ? value : []

const isList = (value: PlainValue): value is readonly PlainValue[] => Array.isArray(value)

/** No two items agree in what `keyOf` makes of them; undefined never agrees. */
export function unique(message: string, keyOf: (item: PlainValue) => string | undefined): Rule {
  return {
    message,
    holds: value => {
      const keys = itemsOf(value).flatMap(item => keyOf(item) ?? [])
      return new Set(keys).size === keys.length
    },
  }
}

export const every = (message: string, holds: (item: PlainValue) => boolean): Rule => ({
  message,
  holds: value => itemsOf(value).every(holds),
})

/** Reference to a Service without a port. */
export const NEEDS_PORT: Rule = {
  message: 'Must have port for Service reference',
  holds: ref => (at(ref, 'group') ?? '') !== '' || (at(ref, 'kind') ?? 'Service') !== 'Service' || has(ref, 'port'),
}
