import { parseAllDocuments } from 'yaml'
import { countText } from '../base/count-text.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import { toDocumentId } from '../base/ids.ts'
import type { DocumentId } from '../base/ids.ts'
import type { ParsedText, YamlDocument } from './document.ts'
import type { Finding } from './finding.ts'
import { MAX_TEXT } from './limits.ts'
import { findTooDeep } from './nesting.ts'
import { PARSE_OPTIONS, readDocument, readParsed, withoutStackTraces } from './read-document.ts'
import type { Reading } from './read-document.ts'
import { needsStream, splitDocuments } from './split-documents.ts'

export interface YamlParser {
  parse(text: string): ParsedText
}

interface Piece {
  readonly start: number
  readonly text: string
  read(): Reading
}

/**
 * A parser that remembers the documents of the text before: one whose text is unchanged keeps its id and is not read
 * again, wherever it has moved. Never throws; text that is not YAML becomes diagnostics.
 */
export function createYamlParser(newId: () => number = countUp()): YamlParser {
  let known: ReadonlyMap<string, readonly YamlDocument[]> = new Map()
  return {
    parse(text) {
      const seen = new Map<string, YamlDocument[]>()
      const documents = piecesOf(text).map(piece => {
        const sameText = seen.get(piece.text) ?? []
        if (sameText.length === 0) seen.set(piece.text, sameText)
        const before = known.get(piece.text)?.[sameText.length]
        const document = before ? moveTo(before, piece.start) : toDocument(toDocumentId(newId()), piece)
        sameText.push(document)
        return document
      })
      known = seen
      return { text, documents }
    },
  }
}

/** 1, 2, 3, … */
export function countUp(): () => number {
  let last = 0
  return () => ++last
}

function piecesOf(text: string): readonly Piece[] {
  if (text.length > MAX_TEXT) return [{ start: 0, text, read: () => TOO_LONG }]
  if (needsStream(text)) return streamOf(text) ?? [{ start: 0, text, read: () => readDocument(text) }]
  return splitDocuments(text).map(({ start, end }) => {
    const piece = text.slice(start, end)
    return { start, text: piece, read: () => readDocument(piece) }
  })
}

/** Documents told apart by the YAML parser itself, where directives or `...` take part. */
function streamOf(text: string): readonly Piece[] | undefined {
  if (text.includes('\0') || findTooDeep(text) !== undefined) return undefined
  try {
    const parsed = [...withoutStackTraces(() => parseAllDocuments(text, PARSE_OPTIONS))]
    if (parsed.length === 0) return undefined
    return parsed.map((document, i) => {
      const start = i === 0 ? 0 : (parsed[i - 1]?.range[2] ?? 0)
      const end = i === parsed.length - 1 ? text.length : document.range[2]
      const piece = text.slice(start, end)
      return { start, text: piece, read: () => readParsed(document, piece, start) }
    })
  } catch {
    return undefined
  }
}

function toDocument(id: DocumentId, piece: Piece): YamlDocument {
  const { root, readable, findings } = piece.read()
  const diagnostics = findings.map(finding => toDiagnostic(finding, id))
  return moveTo({ id, start: 0, text: piece.text, root, readable, diagnostics }, piece.start)
}

function toDiagnostic({ severity, title, detail, range, fix }: Finding, documentId: DocumentId): Diagnostic {
  return { code: 'YAML', severity, title, detail, origin: { documentId, path: [], range }, ...(fix && { fix }) }
}

/** The same document at another offset: its own ranges are relative and stay, those of repairs are absolute and move. */
function moveTo(document: YamlDocument, start: number): YamlDocument {
  const by = start - document.start
  if (by === 0) return document
  const diagnostics = document.diagnostics.map(diagnostic => {
    if (!diagnostic.fix) return diagnostic
    const edits = diagnostic.fix.edits.map(({ range, text }) => ({
      range: { start: range.start + by, end: range.end + by },
      text,
    }))
    return { ...diagnostic, fix: { ...diagnostic.fix, edits } }
  })
  return { ...document, start, diagnostics }
}

const TOO_LONG: Reading = {
  root: undefined,
  readable: false,
  findings: [
    {
      severity: 'error',
      title: 'This text is longer than can be read',
      detail: `It has more than ${countText(MAX_TEXT)} characters. Keep the resources that matter.`,
      range: { start: 0, end: 1 },
    },
  ],
}
