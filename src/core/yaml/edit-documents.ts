import type { TextEdit } from '../base/text-range.ts'

/** Adds a document at the end of a text, with a separator where one is needed. */
export function appendDocument(text: string, yaml: string): TextEdit {
  const at = { start: text.length, end: text.length }
  const body = yaml.endsWith('\n') ? yaml : `${yaml}\n`
  if (text.trim() === '' || /(^|\n)---[ \t]*\r?\n?\s*$/.test(text)) {
    return { range: at, text: text === '' || text.endsWith('\n') ? body : `\n${body}` }
  }
  return { range: at, text: `${text.endsWith('\n') ? '' : '\n'}---\n${body}` }
}
