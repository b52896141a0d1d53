import type { Path } from '../../base/origin.ts'
import type { HeaderModifier, HeaderOperation, HeaderOperations, HttpRouteFilter } from '../../resources/index.ts'
import { hardError } from './hard-error.ts'
import type { HardError } from './hard-error.ts'

const NO_OPERATION: HeaderOperation = { set: {}, add: {}, remove: [] }

/**
 * Header modifiers of a list of filters: of several of one type the last counts, whole. Filters of other types are hard
 * errors where `others` does not name them. Istio, convertHTTPRoute, buildHTTPDestination.
 */
export function toHeaderOperations(
  filters: readonly HttpRouteFilter[],
  path: Path,
  others: ReadonlySet<string> = new Set(),
): HeaderOperations | HardError {
  let operations: HeaderOperations = { request: NO_OPERATION, response: NO_OPERATION }
  for (const [i, { type, requestHeaderModifier, responseHeaderModifier }] of filters.entries()) {
    const isRequest = type === 'RequestHeaderModifier'
    if (!isRequest && type !== 'ResponseHeaderModifier') {
      if (others.has(type)) continue
      return hardError(`filter ${type || 'without a type'} is not supported here`, [...path, 'filters', i])
    }
    const modifier = isRequest ? requestHeaderModifier : responseHeaderModifier
    if (!modifier) continue
    const bad = [...modifier.set, ...modifier.add].find(([, value]) => !isHeaderValue(value))
    if (bad) return hardError(`the value of header ${bad[0]} holds a control character`, [...path, 'filters', i])
    operations = { ...operations, [isRequest ? 'request' : 'response']: toOperation(modifier) }
  }
  return operations
}

function toOperation({ set, add, remove }: HeaderModifier): HeaderOperation {
  return { set: firstOfEach(set), add: firstOfEach(add), remove }
}

/** By lower-case name; the first of a name counts. Istio, headerListToMap. */
function firstOfEach(lines: HeaderModifier['set']): Readonly<Record<string, string>> {
  const values = new Map<string, string>()
  for (const [name, value] of lines) {
    const key = name.toLowerCase()
    if (!values.has(key)) values.set(key, value)
  }
  return Object.fromEntries(values)
}

/** Go, isValidHeaderValue: no control characters but tabs. */
const isHeaderValue = (value: string): boolean => !CONTROL.test(value)

const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f]/
