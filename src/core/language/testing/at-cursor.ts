import { createPipeline } from '../../pipeline/index.ts'
import type { Knowledge } from '../knowledge.ts'

/** A text with `|` where the cursor is, and all that is known of it. */
export function atCursor(marked: string): {
  readonly text: string
  readonly offset: number
  readonly known: Knowledge
} {
  const offset = marked.indexOf('|')
  if (offset < 0 || marked.includes('|', offset + 1)) throw new Error('exactly one | marks the cursor')
  const text = marked.slice(0, offset) + marked.slice(offset + 1)
  return { text, offset, known: knowledgeOf(text) }
}

export function knowledgeOf(text: string): Knowledge {
  const { parsed, resources, mesh } = createPipeline().run(text)
  return { parsed, resources, mesh }
}
