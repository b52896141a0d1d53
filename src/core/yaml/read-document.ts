import { parseDocument } from 'yaml'
import type { Document, YAMLError } from 'yaml'
import { convertTree } from './convert-node.ts'
import { describeError, slipOf } from './describe-error.ts'
import type { Finding } from './finding.ts'
import { MAX_DIAGNOSTICS } from './limits.ts'
import { findTooDeep } from './nesting.ts'
import type { Slip } from './slips/slip.ts'
import type { YamlNode } from './yaml-node.ts'

/** What one document's text means, without its place and identity. */
export interface Reading {
  readonly root: YamlNode | undefined
  readonly readable: boolean
  readonly findings: readonly Finding[]
}

export const PARSE_OPTIONS = { prettyErrors: false, uniqueKeys: false, schema: 'failsafe', logLevel: 'silent' } as const

/** Reads one document; whatever the text, it answers with the best value and what is wrong with it. */
export function readDocument(text: string): Reading {
  const nul = text.indexOf('\0')
  if (nul >= 0) return unreadable(nul, 'This is not text', 'It holds a NUL byte, as binary files do.')
  const deep = findTooDeep(text)
  if (deep !== undefined)
    return unreadable(
      deep,
      'This is nested too deep to be read',
      'Kubernetes resources are a dozen levels deep at most.',
    )
  try {
    return readParsed(
      withoutStackTraces(() => parseDocument(text, PARSE_OPTIONS)),
      text,
      0,
    )
  } catch {
    return unreadable(0, 'This document cannot be read', 'It is too tangled for a YAML parser.')
  }
}

/** The same for a document already parsed out of a stream, where it stands at `base`. */
export function readParsed(parsed: Document.Parsed, text: string, base: number): Reading {
  const findings: Finding[] = []
  let readable = true
  const report = (finding: Finding): void => {
    readable &&= finding.severity !== 'error' || finding.harmless === true
    const isTold = finding.severity === 'error' && findings.some(({ title }) => title === finding.title)
    if (findings.length < MAX_DIAGNOSTICS && !isTold) findings.push(finding)
  }
  const slip = firstSlip(parsed.errors)
  if (slip) {
    slip.pos = [Math.max(0, slip.pos[0] - base), Math.max(0, slip.pos[1] - base)]
    report(describeError(slip, text, parsed.errors.length, slipIn))
  }
  const root = parsed.contents ? convertTree(parsed.contents, text, base, report) : undefined
  return { root, readable, findings }
}

/** Where a text cannot be read, or what of it means nothing to Kubernetes. */
function slipIn(text: string): Slip | undefined {
  const parsed = withoutStackTraces(() => parseDocument(text, PARSE_OPTIONS))
  const slip = firstSlip(parsed.errors)
  if (slip) return slipOf(slip, text)
  let refused: Slip | undefined
  if (parsed.contents)
    convertTree(parsed.contents, text, 0, ({ severity, harmless, range }) => {
      if (severity === 'error' && harmless !== true) refused ??= { text, code: '', at: range.start }
    })
  return refused
}

/** One slip makes a parser stumble many times: a tab is the cause of what stands around it, else the first is. */
function firstSlip(errors: readonly YAMLError[]): YAMLError | undefined {
  return errors.find(error => error.code === 'TAB_AS_INDENT') ?? errors[0]
}

/** The parser makes an Error for every slip; a stack trace for each makes garbage four times as slow. */
export function withoutStackTraces<T>(parse: () => T): T {
  const errors = Error as unknown as { stackTraceLimit?: number }
  const before = errors.stackTraceLimit ?? 10
  errors.stackTraceLimit = 0
  try {
    return parse()
  } finally {
    errors.stackTraceLimit = before
  }
}

function unreadable(at: number, title: string, detail: string): Reading {
  return {
    root: undefined,
    readable: false,
    findings: [{ severity: 'error', title, detail, range: { start: at, end: at + 1 } }],
  }
}
