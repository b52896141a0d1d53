import type { YAMLError } from 'yaml'
import type { TextEdit, TextRange } from '../base/text-range.ts'
import type { Finding } from './finding.ts'
import { causeOf } from './slips/cause-of.ts'
import type { Slip } from './slips/slip.ts'

const WORDS: Readonly<Record<string, readonly [title: string, detail: string]>> = {
  ALIAS_PROPS: ['An alias cannot have an anchor or a tag', 'Keep only the *name.'],
  BAD_ALIAS: ['This alias is not readable', 'An alias is a * and the name of an anchor, with nothing after it.'],
  BAD_DIRECTIVE: [
    'This line starting with % is not a YAML directive',
    'Kubernetes needs no directives; the line can go.',
  ],
  BAD_DQ_ESCAPE: [
    'This \\ sequence means nothing in double quotes',
    'Write \\\\ for a backslash, or use single quotes.',
  ],
  BAD_INDENT: [
    'The indentation does not fit the lines above',
    'Keys of one map and items of one list start in the same column.',
  ],
  BAD_SCALAR_START: ['This value needs quotes', 'A plain value cannot start with this character.'],
  BLOCK_AS_IMPLICIT_KEY: [
    'A value and a nested block stand on one line',
    'After “key: value” the line ends; nested keys start on the next line.',
  ],
  BLOCK_IN_FLOW: ['A block list or map stands inside brackets', 'Inside [ ] and { } separate the values with commas.'],
  KEY_OVER_1024_CHARS: ['This key is longer than 1,024 characters', 'A colon is probably missing further up.'],
  MISSING_CHAR: ['A character is missing here', 'A quote, bracket, comma or colon is not there yet.'],
  MULTILINE_IMPLICIT_KEY: ['This line is not YAML yet', 'It has no colon, so it is read together with the next line.'],
  TAB_AS_INDENT: ['A tab indents this line', 'YAML allows only spaces for indentation.'],
  UNEXPECTED_TOKEN: ['This does not belong here', 'YAML expects something else in this place.'],
}

/**
 * A parser's error, of so many, in plain words: its cause where that is certain, else what the parser says, with a repair where
 * only one is possible.
 */
export function describeError(
  error: YAMLError,
  text: string,
  errors: number,
  slipIn: (text: string) => Slip | undefined,
): Finding {
  const cause = causeOf(slipOf(error, text), errors, slipIn)
  const tabs = fixTabs(error, text)
  if (cause && !tabs) return { severity: 'error', ...cause }
  const [title, detail] = WORDS[error.code] ?? [
    'This line is not YAML yet',
    'The rest of the document is read as well as it can be.',
  ]
  return { severity: 'error', title: missing(error.message) ?? title, detail, range: spanOf(error, text), ...tabs }
}

export const slipOf = ({ code, pos }: YAMLError, text: string): Slip => ({
  text,
  code,
  at: Math.min(pos[0], text.length),
})

function missing(message: string): string | undefined {
  const quote = /^Missing closing (['"])quote/.exec(message)
  if (quote) return `A closing ${quote[1] === '"' ? 'double' : 'single'} quote is missing`
  const bracket =
    /expected flow (map|sequence) to end with (.)/i.exec(message) ?? /end with (?:a )?([\]}])/.exec(message)
  return bracket ? `A closing ${bracket[bracket.length - 1] ?? 'bracket'} is missing` : undefined
}

function spanOf(error: YAMLError, text: string): TextRange {
  const start = Math.min(error.pos[0], text.length)
  const lineEnd = text.indexOf('\n', start)
  const end = Math.min(Math.max(error.pos[1], start), lineEnd < 0 ? text.length : lineEnd)
  return { start, end: Math.max(end, start) }
}

function fixTabs(error: YAMLError, text: string): Pick<Finding, 'fix'> | undefined {
  if (error.code !== 'TAB_AS_INDENT') return undefined
  const edits: TextEdit[] = []
  for (const match of text.matchAll(/^ *\t[ \t]*/gm)) {
    const end = match.index + match[0].length
    edits.push({ range: { start: match.index, end }, text: match[0].replaceAll('\t', '  ') })
    if (edits.length === 10_000) break
  }
  return edits.some(edit => edit.range.start <= error.pos[1])
    ? { fix: { title: 'Indent with spaces', edits } }
    : undefined
}
