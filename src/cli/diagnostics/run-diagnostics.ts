import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { WORLD } from '../../core/analyze/index.ts'
import { readText } from '../conform/read-corpus.ts'
import { compareDiagnostics } from './compare-diagnostics.ts'
import { readDiagnostics } from './recorded.ts'
import type { DiagnosticsCase } from './recorded.ts'

export interface DiagnosticsOptions {
  /** Holds `cases` and `expected`, and `world.yaml` if the cluster beneath is another than usual. */
  readonly folder: string
  readonly world: string | undefined
  /** One case, or one family. */
  readonly only: string | undefined
  readonly verbose: boolean
}

/** Runs a folder's cases through the analysis and writes down each disagreement with the recorded tool. Counts cases. */
export function runDiagnostics(
  { folder, world, only, verbose }: DiagnosticsOptions,
  write: (line: string) => void,
): { readonly passed: number; readonly failed: number } {
  const own = join(folder, 'world.yaml')
  const beneath = world !== undefined ? readText(world) : existsSync(own) ? readText(own) : WORLD
  let [passed, failed] = [0, 0]
  for (const family of readDiagnostics(folder)) {
    for (const one of family.cases.filter(({ name }) => only === undefined || only === name || only === family.name)) {
      const lines = compare(one, beneath)
      if (lines.length === 0) passed++
      else failed++
      if (lines.length > 0) write(`FAIL ${family.name}/${one.name}`)
      else if (verbose) write(`ok   ${family.name}/${one.name}`)
      for (const line of lines) write(`     ${line}`)
    }
  }
  return { passed, failed }
}

function compare(one: DiagnosticsCase, world: string): readonly string[] {
  try {
    return compareDiagnostics(one, world)
  } catch (error) {
    return [`the analysis broke: ${String(error)}`]
  }
}
