import type { HeaderMutations, HeaderValue } from '../envoy/index.ts'
import { compareText } from '../mesh/index.ts'
import type { HeaderOperation, HeaderOperations, Labels } from '../resources/index.ts'

export const NO_MUTATIONS: HeaderMutations = { add: [], remove: [] }

export interface HeaderMutationPair {
  readonly request: HeaderMutations
  readonly response: HeaderMutations
  /** The Host that a request operation sets, which is no header operation [C94]. */
  readonly authority: string | undefined
}

/**
 * Header operations of a rule or destination: what is set, then what is added, each by name; Host and pseudo-headers are
 * left out. Istio, TranslateHeadersOperations [C90][C94].
 */
export function toHeaderMutations({ request, response }: HeaderOperations): HeaderMutationPair {
  if (isEmpty(request) && isEmpty(response)) return NOTHING
  return {
    request: toMutations(request),
    response: toMutations(response),
    authority: findAuthority(request.set) ?? findAuthority(request.add),
  }
}

const NOTHING: HeaderMutationPair = { request: NO_MUTATIONS, response: NO_MUTATIONS, authority: undefined }

/** Whether an operation does nothing, as nearly all do. */
export function isEmpty({ set, add, remove }: HeaderOperation): boolean {
  if (remove.length > 0) return false
  if (hasKeys(set) || hasKeys(add)) return false
  return true
}

/** One batch after another, as Istio writes a single destination's operations after its rule's [C91]. */
export function appendMutations(first: HeaderMutations, second: HeaderMutations): HeaderMutations {
  if (second === NO_MUTATIONS) return first
  return { add: [...first.add, ...second.add], remove: [...first.remove, ...second.remove] }
}

function toMutations({ set, add, remove }: HeaderOperation): HeaderMutations {
  return {
    add: [...toValues(set, 'OVERWRITE_IF_EXISTS_OR_ADD'), ...toValues(add, 'APPEND_IF_EXISTS_OR_ADD')],
    remove: remove.filter(name => !isInternal(name)),
  }
}

function toValues(headers: Labels, append: HeaderValue['append']): HeaderValue[] {
  return Object.entries(headers)
    .filter(([name]) => !isInternal(name))
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, value]) => ({ name, value, append }))
}

const isInternal = (name: string) => name.startsWith(':') || name.toLowerCase() === 'host'

function findAuthority(headers: Labels): string | undefined {
  for (const [name, value] of Object.entries(headers)) {
    if (value !== '' && (name.toLowerCase() === 'host' || name === ':authority')) return value
  }
  return undefined
}

function hasKeys(map: Labels): boolean {
  return Object.keys(map).length > 0
}
