import { readFileSync } from 'node:fs'
import type { Origin } from '../../core/base/origin.ts'
import { lineOf, rangeOf } from '../../core/yaml/index.ts'
import type { ParsedText } from '../../core/yaml/index.ts'
import { UsageError } from '../options.ts'

/** Several files as one text, and the way back from a place in it to a file and a line. */
export interface Sources {
  readonly text: string
  /** The files and, after them, text that stands in none. */
  readonly withAssumed: (text: string) => string
  /** `reviews.yaml:12`; `assumed` for what stands in no file. */
  placeOf(parsed: ParsedText, origin: Origin): string
}

interface Part {
  readonly name: string
  readonly start: number
  readonly text: string
}

const BETWEEN = '\n---\n'

/** Reads files, `-` from standard input. */
export function readSources(files: readonly string[]): Sources {
  return joinSources(files.map(file => ({ name: file === '-' ? '<stdin>' : file, text: readInput(file) })))
}

export function joinSources(files: readonly { readonly name: string; readonly text: string }[]): Sources {
  const parts: Part[] = []
  let start = 0
  for (const { name, text } of files) {
    parts.push({ name, start, text })
    start += text.length + BETWEEN.length
  }
  const text = files.map(file => file.text).join(BETWEEN)
  return {
    text,
    withAssumed: assumed => text + BETWEEN + assumed,
    placeOf(parsed, origin) {
      const range = rangeOf(parsed, origin)
      const part = range && parts.findLast(candidate => candidate.start <= range.start)
      if (!range || !part || range.start > text.length) return 'assumed'
      return `${part.name}:${String(lineOf(part.text, range.start - part.start))}`
    },
  }
}

function readInput(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const why = code === 'ENOENT' ? 'it does not exist' : code === 'EISDIR' ? 'it is a directory' : String(error)
    throw new UsageError(`cannot read ${file}: ${why}`)
  }
}
