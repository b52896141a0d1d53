import { parseDuration } from '../base/duration.ts'
import { Reader } from '../resources/index.ts'
import type { YamlNode, YamlScalar } from '../resources/index.ts'
import type { KnownKind } from './schema/kinds.ts'
import { METADATA_SCHEMA } from './schema/kubernetes-schema.ts'
import type { Schema } from './schema/schema.ts'

/**
 * Whether Istio's tools can read a resource at all: values of the wrong type make the whole document unreadable. Istio's
 * kinds are read as protobuf's JSON (numbers in quotes, words of fixed sets, durations), Kubernetes' as Go's.
 */
export function isLegible(node: YamlNode, { spec, isIstio }: KnownKind): boolean {
  const root = new Reader(node)
  const metadata = root.at('metadata').node
  const body = root.at('spec').node
  return (
    (!metadata || fits(metadata, METADATA_SCHEMA, false)) &&
    (!body || (spec ? fits(body, spec, isIstio) : body.kind === 'map' || isNull(body)))
  )
}

const isNull = (node: YamlNode): boolean => node.kind === 'scalar' && node.value === null

function fits(node: YamlNode, schema: Schema, isProtobuf: boolean): boolean {
  if (schema.type === 'any' || isNull(node)) return true
  switch (schema.type) {
    case 'object':
      return (
        node.kind === 'map' &&
        node.entries.every(({ key, value }) => {
          const field = Object.hasOwn(schema.fields, key) ? schema.fields[key] : undefined
          return !field || fits(value, field, isProtobuf)
        })
      )
    case 'map':
      return node.kind === 'map' && node.entries.every(({ value }) => fits(value, schema.values, isProtobuf))
    case 'array':
      return node.kind === 'list' && node.items.every(item => fits(item, schema.items, isProtobuf))
    default:
      return node.kind === 'scalar' && scalarFits(node, schema, isProtobuf)
  }
}

type ScalarSchema = Extract<Schema, { readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'int-or-string' }>

function scalarFits({ value }: YamlScalar, schema: Schema & ScalarSchema, isProtobuf: boolean): boolean {
  switch (schema.type) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'int-or-string':
      return typeof value === 'string' || Number.isInteger(value)
    case 'string':
      if (isProtobuf && schema.enum && typeof value === 'number') return Number.isInteger(value)
      if (typeof value !== 'string') return false
      if (!isProtobuf) return true
      return (!schema.enum || schema.enum.includes(value)) && (!schema.isDuration || parseDuration(value) !== undefined)
    case 'number':
      return typeof value === 'number' || (isProtobuf && isNumber(value, /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/))
    case 'integer': {
      const number = isProtobuf && isNumber(value, /^-?\d+$/) ? Number(value) : value
      if (typeof number !== 'number' || !Number.isInteger(number)) return false
      const isUnsigned = schema.min !== undefined && schema.min >= 0
      return (
        !isProtobuf ||
        (isUnsigned ? number >= 0 && number < 2 ** (schema.max === undefined ? 64 : 32) : Math.abs(number) <= 2 ** 31)
      )
    }
  }
}

const isNumber = (value: YamlScalar['value'], form: RegExp): boolean => typeof value === 'string' && form.test(value)
