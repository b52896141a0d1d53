/** What a CRD's structural schema says of one value; the part of OpenAPI that Istio's and Kubernetes' kinds use. */
export type Schema =
  | {
      readonly type: 'string'
      readonly enum?: readonly string[]
      readonly minDuration?: true
      /** Protobuf reads it as a duration, whatever the CRD says of it. */
      readonly isDuration?: true
      readonly maxLength?: number
      readonly minLength?: number
      readonly pattern?: RegExp
    }
  | { readonly type: 'integer' | 'number'; readonly min?: number; readonly max?: number; readonly nullable?: true }
  | { readonly type: 'boolean'; readonly nullable?: true }
  | { readonly type: 'int-or-string' }
  | { readonly type: 'any' }
  | {
      readonly type: 'array'
      readonly items: Schema
      readonly maxItems?: number
      readonly minItems?: number
      /** Fields that no two items have alike; none of them: the items themselves. */
      readonly keys?: readonly string[]
      readonly rules?: readonly Rule[]
    }
  | {
      readonly type: 'map'
      readonly values: Schema
      readonly keys?: 'no-wildcard'
      /** It has an entry at least. */
      readonly isFilled?: true
      readonly rules?: readonly Rule[]
    }
  | ObjectSchema

export interface ObjectSchema {
  readonly type: 'object'
  readonly fields: Readonly<Record<string, Schema>>
  readonly required: readonly string[]
  /** Sets of fields of which at most one may be there. */
  readonly oneOf: readonly (readonly string[])[]
  /** Fields that the table does not list are somebody else's business. */
  readonly open: boolean
  readonly rules?: readonly Rule[]
}

/** A CEL rule of a CRD: it is asked only where the value has the right types. */
export interface Rule {
  readonly message: string
  readonly holds: (value: PlainValue) => boolean
}

export type PlainValue =
  string | number | boolean | null | readonly PlainValue[] | { readonly [field: string]: PlainValue }

export const STRING: Schema = { type: 'string' }
export const BOOLEAN: Schema = { type: 'boolean' }
export const NULLABLE_BOOLEAN: Schema = { type: 'boolean', nullable: true }
export const INT32: Schema = { type: 'integer', min: -(2 ** 31), max: 2 ** 31 - 1 }
export const UINT32: Schema = { type: 'integer', min: 0, max: 2 ** 32 - 1 }
export const NULLABLE_UINT32: Schema = { type: 'integer', min: 0, max: 2 ** 32 - 1, nullable: true }
export const UINT64: Schema = { type: 'integer', min: 0 }
export const NUMBER: Schema = { type: 'number' }
/** A duration of at least one millisecond, checked by a CEL rule. */
export const DURATION: Schema = { type: 'string', minDuration: true, isDuration: true }
/** A duration that the CRD takes for any text. */
export const DURATION_TEXT: Schema = { type: 'string', isDuration: true }
export const INT_OR_STRING: Schema = { type: 'int-or-string' }
export const ANY: Schema = { type: 'any' }
export const STRINGS: Schema = { type: 'array', items: STRING }
export const STRING_MAP: Schema = { type: 'map', values: STRING }

export const oneOfWords = (...words: readonly string[]): Schema => ({ type: 'string', enum: words })
export const listOf = (items: Schema, maxItems?: number): Schema => ({
  type: 'array',
  items,
  ...(maxItems !== undefined && { maxItems }),
})
export const mapOf = (values: Schema): Schema => ({ type: 'map', values })

export function object(
  fields: Readonly<Record<string, Schema>>,
  rules: Partial<Pick<ObjectSchema, 'required' | 'oneOf' | 'open' | 'rules'>> = {},
): ObjectSchema {
  return { type: 'object', fields, required: [], oneOf: [], open: false, ...rules }
}
