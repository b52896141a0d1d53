import { RE2JS } from 're2js'

/**
 * A string that a whole RE2 expression matches, or undefined where none is found: the expression is read and written out,
 * and the result counts only if the real matcher takes it.
 */
export function sampleRegex(pattern: string): string | undefined {
  const compiled = compile(pattern)
  if (!compiled) return undefined
  const candidates = [writeOut(pattern, 1), writeOut(pattern, 2), writeOut(pattern, 0), '', '/', '1', 'a', 'x', 'GET']
  return candidates.find(candidate => candidate !== undefined && compiled.matches(candidate))
}

/** Whether the whole text matches; false for an expression that is none. */
export function matchesRegex(pattern: string, text: string): boolean {
  return compile(pattern)?.matches(text) ?? false
}

function compile(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern)
  } catch {
    return undefined
  }
}

const MOST_REPEATS = 100
const ESCAPES: Readonly<Record<string, string>> = { d: '1', w: 'a', s: ' ', D: 'a', W: '-', S: 'a', t: '\t', n: '\n' }
const GROUP_OPENING = /^\(\?(?:P?<\w+>|[a-zA-Z-]*:)|^\(/

/** The first alternative of everything, open repetitions `repeats` times (or as often as they must). */
function writeOut(pattern: string, repeats: number): string | undefined {
  let at = 0
  function alternatives(): string {
    const first = sequence()
    while (pattern[at] === '|') {
      at++
      sequence()
    }
    return first
  }
  function sequence(): string {
    let out = ''
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
      const piece = atom()
      out += repeat(piece)
    }
    return out
  }
  function atom(): string {
    const char = pattern[at] ?? ''
    if (char === '(') {
      const flags = /^\(\?[a-zA-Z-]+\)/.exec(pattern.slice(at))
      if (flags) {
        at += flags[0].length
        return ''
      }
      at += GROUP_OPENING.exec(pattern.slice(at))?.[0].length ?? 1
      const inside = alternatives()
      at++
      return inside
    }
    if (char === '[') return oneOfClass()
    at++
    if (char === '.') return 'a'
    if (char === '^' || char === '$') return ''
    if (char !== '\\') return char
    const escaped = pattern[at++] ?? ''
    if (escaped === 'b' || escaped === 'B' || escaped === 'A' || escaped === 'z') return ''
    return ESCAPES[escaped] ?? escaped
  }
  function oneOfClass(): string {
    const end = pattern.indexOf(']', at + (pattern[at + 1] === '^' ? 3 : 2))
    const inside = pattern.slice(at + 1, end < 0 ? pattern.length : end)
    at = end < 0 ? pattern.length : end + 1
    const accepts = compile(`[${inside}]`)
    return ['a', '1', 'A', '-', '_', inside[0] ?? ''].find(char => accepts?.matches(char)) ?? ''
  }
  function repeat(piece: string): string {
    const quantifier = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(pattern.slice(at))
    if (!quantifier) return piece
    at += quantifier[0].length
    const [sign] = quantifier[0]
    if (sign === '{') return piece.repeat(Math.min(Number(quantifier[1]), MOST_REPEATS))
    if (sign === '?') return repeats === 0 ? '' : piece
    return piece.repeat(sign === '+' ? Math.max(1, repeats) : repeats)
  }
  const out = alternatives()
  return at >= pattern.length ? out : undefined
}
