import { MAX_DEPTH } from './limits.ts'

const INDICATORS = /(?:^|\n)[ \t]*(?:[-?:][ \t]+){100}/

/**
 * Offset where a text nests deeper than is followed, judged from brackets and from `- - -` alone, so that the
 * parser need not recurse to find out. Brackets in quotes and comments count too: they balance in any sane text.
 */
export function findTooDeep(text: string): number | undefined {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x5b || c === 0x7b) {
      if (++depth > MAX_DEPTH) return i
    } else if ((c === 0x5d || c === 0x7d) && depth > 0) depth--
  }
  return INDICATORS.exec(text)?.index
}
