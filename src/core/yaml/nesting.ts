import { Lexer } from 'yaml'
import { MAX_DEPTH } from './limits.ts'

/** A hundred indicators in a row, or a line indented by more columns than any resource has. */
const DEEP_BLOCK = /(?:^|\n)(?:[ \t]*(?:[-?:][ \t]+){100}| {400})/

/**
 * Offset where a text nests deeper than is followed. It has to be known before parsing: the parser recurses, and a
 * JavaScript engine that runs out of stack inside a regular expression ends the whole process.
 */
export function findTooDeep(text: string): number | undefined {
  const bracket = findDeepBracket(text)
  return bracket !== undefined && isReallyDeep(text) ? bracket : DEEP_BLOCK.exec(text)?.index
}

/** Counts brackets in quotes and comments too, so that it finds rather too many. */
function findDeepBracket(text: string): number | undefined {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x5b || c === 0x7b) {
      if (++depth > MAX_DEPTH) return i
    } else if ((c === 0x5d || c === 0x7d) && depth > 0) depth--
  }
  return undefined
}

/** The same by the parser's own tokens, which is exact and slower. */
function isReallyDeep(text: string): boolean {
  let depth = 0
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') {
      if (++depth > MAX_DEPTH) return true
    } else if ((token === ']' || token === '}') && depth > 0) depth--
  }
  return false
}
