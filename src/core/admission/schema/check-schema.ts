import { parseDuration } from '../../base/duration.ts'
import type { Path } from '../../base/origin.ts'
import type { YamlMap, YamlNode, YamlScalar } from '../../resources/index.ts'
import { toPlainValue } from './plain-value.ts'
import type { ObjectSchema, Rule, Schema } from './schema.ts'

interface SchemaProblem {
  readonly path: Path
  /** Without the path. */
  readonly message: string
  /** Not even istiod could make sense of the value. */
  readonly garbled?: true
}

export interface SchemaVerdict {
  readonly problems: readonly SchemaProblem[]
  /** Fields that the schema does not have: the API server drops them, kubectl refuses or warns. */
  readonly unknown: readonly Path[]
}

/** Holds a value against a structural schema, as the API server does with custom resources ([H1]). */
export function checkSchema(node: YamlNode, schema: Schema, path: Path): SchemaVerdict {
  const problems: SchemaProblem[] = []
  const unknown: Path[] = []
  visit(node, schema, path)
  return { problems, unknown }

  function problem(at: Path, message: string, garbled = false): void {
    problems.push({ path: at, message, ...(garbled && { garbled }) })
  }

  function visit(value: YamlNode, of: Schema, at: Path): void {
    if (of.type === 'any') return
    if (isNull(value)) {
      if (!('nullable' in of)) problem(at, `Invalid value: "null": must be of type ${typeName(of)}`)
      return
    }
    switch (of.type) {
      case 'object':
        if (value.kind !== 'map') return wrongType(value, of, at)
        followRules(value, of.rules, at, () => {
          visitObject(value, of, at)
        })
        return
      case 'map':
        if (value.kind !== 'map') return wrongType(value, of, at)
        if (of.isFilled && value.entries.length === 0) {
          const name = at.join('.')
          problem(at, `Invalid value: 0: ${name} in body should have at least 1 properties`)
        }
        followRules(value, of.rules, at, () => {
          visitMap(value, of, at)
        })
        return
      case 'array':
        if (value.kind !== 'list') return wrongType(value, of, at)
        if (of.maxItems !== undefined && value.items.length > of.maxItems) {
          problem(at, `Too many: ${value.items.length}: must have at most ${of.maxItems} items`)
        }
        if (of.minItems !== undefined && value.items.length < of.minItems) {
          problem(at, `Invalid value: ${value.items.length}: should have at least ${of.minItems} items`)
        }
        if (of.keys) visitKeys(value.items, of.keys, at)
        followRules(value, of.rules, at, () => {
          value.items.forEach((item, i) => visit(item, of.items, [...at, i]))
        })
        return
      default:
        return value.kind === 'scalar' ? visitScalar(value, of, at) : wrongType(value, of, at)
    }
  }

  /** Rules are asked where the types are right: with what is wrong inside, CEL is not run. */
  function followRules(value: YamlNode, rules: readonly Rule[] | undefined, at: Path, visitInside: () => void): void {
    const before = problems.length
    visitInside()
    if (!rules || problems.slice(before).some(({ message }) => /must be of type|Required value/.test(message))) return
    const plain = toPlainValue(value)
    for (const { message, holds } of rules) if (!holds(plain)) problem(at, `Invalid value: ${message}`)
  }

  function visitKeys(items: readonly YamlNode[], keys: readonly string[], at: Path): void {
    const seen = new Set<string>()
    for (const [i, item] of items.entries()) {
      const own =
        item.kind === 'map' ? { ...item, entries: item.entries.filter(({ key }) => keys.includes(key)) } : item
      const text = JSON.stringify(toPlainValue(own))
      if (seen.has(text)) problem([...at, i], `Duplicate value: ${text}`)
      seen.add(text)
    }
  }

  function visitObject(map: YamlMap, of: ObjectSchema, at: Path): void {
    const present = new Set<string>()
    for (const { key, value } of map.entries) {
      const field = Object.hasOwn(of.fields, key) ? of.fields[key] : undefined
      present.add(key)
      if (field) visit(value, field, [...at, key])
      else if (!of.open) unknown.push([...at, key])
    }
    for (const name of of.required) if (!present.has(name)) problem([...at, name], 'Required value')
    for (const choice of of.oneOf) {
      const chosen = choice.filter(name => present.has(name))
      if (chosen.length > 1) problem(at, `Invalid value: only one of ${chosen.join(', ')} may be set`)
    }
  }

  function visitMap(map: YamlMap, of: Schema & { readonly type: 'map' }, at: Path): void {
    for (const { key, value } of map.entries) {
      if (of.keys === 'no-wildcard') {
        if (key.includes('*')) problem(at, 'Invalid value: "object": wildcard not allowed in label key match')
        if (key === '') problem(at, 'Invalid value: "object": key must not be empty')
        if (value.kind === 'scalar' && String(value.value).includes('*')) {
          problem([...at, key], `Invalid value: "${String(value.value)}": wildcard not allowed in label value match`)
        }
      }
      visit(value, of.values, [...at, key])
    }
  }

  function visitScalar(scalar: YamlScalar, of: Schema, at: Path): void {
    const { value } = scalar
    if (of.type === 'string') {
      if (typeof value !== 'string') return wrongType(scalar, of, at)
      if (of.enum && !of.enum.includes(value)) {
        problem(
          at,
          `Unsupported value: "${value}": supported values: ${of.enum.map(word => `"${word}"`).join(', ')}`,
          true,
        )
      }
      if (of.maxLength !== undefined && value.length > of.maxLength) {
        problem(at, `Too long: may not be more than ${of.maxLength} bytes`)
      }
      if (of.minLength !== undefined && value.length < of.minLength) {
        problem(at, `Invalid value: "${value}": should be at least ${of.minLength} chars long`)
      }
      if (of.pattern && !of.pattern.test(value)) {
        problem(at, `Invalid value: "${value}": should match '${of.pattern.source}'`)
      }
      if (of.minDuration && (parseDuration(value) ?? -1) < 1) {
        problem(at, `Invalid value: "${value}": must be a valid duration greater than 1ms`)
      }
    } else if (of.type === 'integer' || of.type === 'number') {
      if (typeof value !== 'number' || (of.type === 'integer' && !Number.isInteger(value)))
        return wrongType(scalar, of, at)
      if (of.min !== undefined && value < of.min)
        problem(at, `Invalid value: ${value}: should be greater than or equal to ${of.min}`)
      if (of.max !== undefined && value > of.max)
        problem(at, `Invalid value: ${value}: should be less than or equal to ${of.max}`)
    } else if (of.type === 'boolean') {
      if (typeof value !== 'boolean') wrongType(scalar, of, at)
    } else if (of.type === 'int-or-string' && typeof value !== 'string' && !Number.isInteger(value))
      wrongType(scalar, of, at)
  }

  /** Protobuf takes a number in quotes for a number; anything else it cannot read. */
  function wrongType(value: YamlNode, of: Schema, at: Path): void {
    const message = `Invalid value: "${nameOf(value)}": must be of type ${typeName(of)}: "${nameOf(value)}"`
    problem(at, message, !(isNumeric(of) && value.kind === 'scalar' && /^-?\d+$/.test(String(value.value))))
  }
}

function isNumeric(schema: Schema): boolean {
  return schema.type === 'integer' || schema.type === 'number'
}

function isNull(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null
}

function typeName(schema: Schema): string {
  if (schema.type === 'map') return 'object'
  return schema.type === 'int-or-string' ? 'integer or string' : schema.type
}

function nameOf(node: YamlNode): string {
  if (node.kind === 'map') return 'object'
  if (node.kind === 'list') return 'array'
  if (typeof node.value === 'number') return Number.isInteger(node.value) ? 'integer' : 'number'
  return typeof node.value
}
