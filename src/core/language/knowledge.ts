import type { Mesh } from '../mesh/index.ts'
import type { Resource } from '../resources/index.ts'
import type { ParsedText } from '../yaml/index.ts'

/** What is known when a question is asked: the text as it is now, and the mesh that it, or the text just before, makes. */
export interface Knowledge {
  readonly parsed: ParsedText
  /** Of `parsed`. */
  readonly resources: readonly Resource[]
  /** May be a keystroke behind, so offsets are never taken from it. */
  readonly mesh: Mesh
}
