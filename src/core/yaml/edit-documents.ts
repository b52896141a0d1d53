import type { TextEdit } from '../base/text-range.ts'
import { lineBreakAt } from './written-at.ts'

/** Adds a document, written with `\n`, at the end of a text, with a separator where one is needed and the text's breaks. */
export function appendDocument(text: string, yaml: string): TextEdit {
  const at = { start: text.length, end: text.length }
  const lineBreak = lineBreakAt(text, text.length)
  const withBreaks = (added: string): TextEdit => ({ range: at, text: added.replaceAll('\n', lineBreak) })
  const body = yaml.endsWith('\n') ? yaml : `${yaml}\n`
  if (text.trim() === '' || /(^|\n)---[ \t]*\r?\n?\s*$/.test(text)) {
    return withBreaks(text === '' || text.endsWith('\n') ? body : `\n${body}`)
  }
  return withBreaks(`${text.endsWith('\n') ? '' : '\n'}---\n${body}`)
}
