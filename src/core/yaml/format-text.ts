import { Lexer, parseDocument } from 'yaml'
import type { TextEdit } from '../base/text-range.ts'
import type { ParsedText, YamlDocument } from './document.ts'
import { PARSE_OPTIONS, readDocument } from './read-document.ts'
import { needsStream } from './split-documents.ts'
import type { YamlNode } from './yaml-node.ts'

/** Longer documents are dumps, not what somebody writes. */
const LONGEST = 100_000

/**
 * Lays documents out anew, two columns a level and one blank line at most, line breaks and quotes as they were. A document is
 * left as it is where that would change a value or lose a comment, where it cannot be read, and where it is JSON.
 */
export function formatText({ text, documents }: ParsedText): readonly TextEdit[] {
  if (needsStream(text)) return []
  return documents.flatMap(document => {
    const formatted = formatDocument(document)
    if (formatted === undefined || formatted === document.text) return []
    return { range: { start: document.start, end: document.start + document.text.length }, text: formatted }
  })
}

function formatDocument({ text, root, readable }: YamlDocument): string | undefined {
  if (!readable || !root || text.length > LONGEST || /^[[{]/.test(text.slice(root.range.start))) return undefined
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n'
  const plain = text.replaceAll('\r\n', '\n')
  // Lists stand under their key or two columns further in: as most of them do.
  const indentSeq = isListInset(plain)
  let formatted: string
  try {
    formatted = closeBrackets(parseDocument(plain, PARSE_OPTIONS).toString({ indent: 2, indentSeq, lineWidth: 0 }))
  } catch {
    return undefined
  }
  const end = /\n*$/.exec(plain)?.[0] ?? ''
  formatted = formatted.replace(/\n*$/, end === '' ? '' : '\n')
  return isSame(plain, formatted) ? formatted.replaceAll('\n', lineBreak) : undefined
}

/** `[a]` instead of `[ a ]`; braces keep their spaces. */
function closeBrackets(text: string): string {
  const tokens = [...new Lexer().lex(text)].filter(token => !MARKS.has(token))
  const isPad = (token: string, i: number): boolean =>
    /^ +$/.test(token) && (tokens[i - 1] === '[' || (tokens[i + 1] === ']' && !tokens[i - 1]?.endsWith('\n')))
  return tokens.filter((token, i) => !isPad(token, i)).join('')
}

/** What the lexer puts between the parts of a text: beginnings of documents and scalars, errors. */
const MARKS: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f'])

function isListInset(text: string): boolean {
  const [inset, under] = [
    /^( *)(?:- )*[\w"'.-]+:[ \t]*(?:#.*)?\n\1 +- /gm,
    /^( *)[\w"'.-]+:[ \t]*(?:#.*)?\n\1- /gm,
  ].map(pattern => [...text.matchAll(pattern)].length)
  return (inset ?? 0) > (under ?? 0)
}

/** Whether two documents have the same values in the same order, and the same comments. */
function isSame(a: string, b: string): boolean {
  const [first, second] = [readDocument(a), readDocument(b)]
  if (!first.root || !second.root || !second.readable) return false
  return areEqual(first.root, second.root) && commentsOf(a).join('\n') === commentsOf(b).join('\n')
}

function areEqual(a: YamlNode, b: YamlNode): boolean {
  if (a.kind === 'scalar') return b.kind === 'scalar' && Object.is(a.value, b.value)
  if (a.kind === 'list') {
    return (
      b.kind === 'list' &&
      a.items.length === b.items.length &&
      a.items.every((item, i) => areEqual(item, b.items[i] ?? item))
    )
  }
  return (
    b.kind === 'map' &&
    a.entries.length === b.entries.length &&
    a.entries.every((entry, i) => {
      const other = b.entries[i]
      return other?.key === entry.key && areEqual(entry.value, other.value)
    })
  )
}

const commentsOf = (text: string): readonly string[] =>
  [...new Lexer().lex(text)].flatMap(token => (token.startsWith('#') ? token.trimEnd() : []))
