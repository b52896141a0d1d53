import type { DocumentId } from '../base/ids.ts'
import type { TextEdit } from '../base/text-range.ts'
import type { ParsedText } from './document.ts'

/** Adds a document at the end of a text, with a separator where one is needed. */
export function appendDocument(text: string, yaml: string): TextEdit {
  const at = { start: text.length, end: text.length }
  const body = yaml.endsWith('\n') ? yaml : `${yaml}\n`
  if (text.trim() === '' || /(^|\n)---[ \t]*\r?\n?\s*$/.test(text)) {
    return { range: at, text: text === '' || text.endsWith('\n') ? body : `\n${body}` }
  }
  return { range: at, text: `${text.endsWith('\n') ? '' : '\n'}---\n${body}` }
}

/** Takes a document out, and the separator that then stands at the text's start. */
export function removeDocument(parsed: ParsedText, id: DocumentId): TextEdit | undefined {
  const index = parsed.documents.findIndex(document => document.id === id)
  const document = parsed.documents[index]
  if (!document) return undefined
  const next = index === 0 ? /^---[ \t]*\r?\n/.exec(parsed.documents[1]?.text ?? '') : null
  const end = document.start + document.text.length + (next?.[0].length ?? 0)
  return { range: { start: document.start, end }, text: '' }
}
