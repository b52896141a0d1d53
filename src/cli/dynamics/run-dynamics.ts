import { createOverlay } from '../conform/overlay.ts'
import { readText } from '../conform/read-corpus.ts'
import { compareCase } from './compare-case.ts'
import { readDynamics } from './read-dynamics.ts'
import { describeTimedCase } from './report-case.ts'

export interface DynamicsOptions {
  /** Holds `cases.yaml` and `expected.json`. */
  readonly folder: string
  /** The documents that every case starts from. */
  readonly world: string
  readonly only: string | undefined
  readonly verbose: boolean
}

/** Runs a folder's cases through the simulator and writes down each disagreement. Counts cases. */
export function runDynamics(
  { folder, world, only, verbose }: DynamicsOptions,
  write: (line: string) => void,
): { readonly passed: number; readonly failed: number } {
  const { cases, recordings } = readDynamics(folder)
  const overlay = createOverlay(readText(world))
  let [passed, failed] = [0, 0]
  for (const one of cases.filter(({ name }) => only === undefined || name === only)) {
    const lines = describeTimedCase(
      one.name,
      disagreementsOf(() => compareCase(one, recordings[one.name], overlay)),
    )
    if (lines.length > 0) failed++
    else passed++
    if (verbose && lines.length === 0) write(`ok   ${one.name}`)
    lines.forEach(write)
  }
  return { passed, failed }
}

function disagreementsOf(compare: () => ReturnType<typeof compareCase>): ReturnType<typeof compareCase> {
  try {
    return compare()
  } catch (error) {
    return [{ field: 'case', expected: 'a simulation', got: `the engine broke: ${String(error)}` }]
  }
}
