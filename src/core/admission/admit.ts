import type { Decoded } from '../resources/index.ts'
import type { Admission } from './admission.ts'

/** What the API server and istiod's webhook would say to each resource on its own. */
export function admit(_decoded: readonly Decoded[]): Admission {
  return { refused: new Map(), warnings: new Map(), diagnostics: [] }
}
