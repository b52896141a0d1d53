import type { World } from '../core/pipeline/index.ts'
import type { Sources } from './trace/sources.ts'

/** What cannot be read ends the run; what is refused or doubtful is said beside the answer. */
export function reportProblems(world: World, sources: Sources): void {
  for (const { severity, title, detail, origin } of world.diagnostics) {
    if (severity === 'info') continue
    process.stderr.write(`${sources.placeOf(world.parsed, origin)}: ${severity}: ${title}. ${detail}\n`)
  }
  if (!world.readable) throw new Error('the YAML cannot be read')
}
