import type { Path } from '../../base/origin.ts'

/**
 * Something for which istiod drops the whole HTTPRoute, all of its rules: an unsupported filter, a backend whose name is
 * no Service's. Istio, computeRoute: a rule that converts to nothing.
 */
export interface HardError {
  readonly kind: 'hardError'
  readonly because: string
  /** Below the HTTPRoute. */
  readonly path: Path
}

export const hardError = (because: string, path: Path): HardError => ({ kind: 'hardError', because, path })

export const isHardError = (value: object): value is HardError => 'kind' in value && value.kind === 'hardError'
