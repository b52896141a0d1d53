import type { HttpRequest } from '../../core/route/index.ts'

/** Whether a rule can be reached: by the router's own word, or by proof; `not-found` is neither. */
export type RowReach =
  | { readonly kind: 'request'; readonly request: HttpRequest }
  /** Rules that take all that it matches, with their lines. */
  | { readonly kind: 'shadowed'; readonly by: readonly string[] }
  | { readonly kind: 'absent'; readonly because: string }
  | { readonly kind: 'not-found' }
