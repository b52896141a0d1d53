import type { CaseResult } from './run-case.ts'

export interface Count {
  readonly passed: number
  readonly failed: number
}

/** Counts requests; a case whose documents were judged otherwise than recorded is one failure more. */
export function countResults(results: readonly CaseResult[]): Count {
  const requests = results.flatMap(result => result.requests)
  const failed = requests.filter(({ disagreements }) => disagreements.length > 0).length
  const misjudged = results.filter(({ admission }) => admission.length > 0).length
  return { passed: requests.length - failed, failed: failed + misjudged }
}

/** Each disagreement of a case, field by field, and how the engine came to its answer. */
export function describeCase(family: string, result: CaseResult, verbose: boolean): readonly string[] {
  const lines = result.admission.map(
    ({ field, expected, got }) => `FAIL ${family} ${result.name}: ${field}: expected ${expected}, got ${got}`,
  )
  for (const { id, disagreements, why } of result.requests) {
    if (disagreements.length === 0) {
      if (verbose) lines.push(`ok   ${family} ${result.name} ${id}`)
      continue
    }
    lines.push(`FAIL ${family} ${result.name} ${id}`)
    for (const { field, expected, got } of disagreements) {
      lines.push(`  ${field}`, `    expected ${expected}`, `    got      ${got}`)
    }
    if (why.length > 0) lines.push('  why', ...why.map(line => `    ${line}`))
  }
  return lines
}
