import type { World } from '../core/pipeline/index.ts'
import type { Traffic } from '../core/simulate/index.ts'
import type { Stage } from '../scene/index.ts'

/** Equal for texts that put the same picture on the stage under the same traffic: places in the text do not count. */
export function signatureOf(stage: Stage | undefined, traffic: Traffic, scenario: World['scenario']): string {
  const { steps = [], resource } = scenario ?? {}
  const played = steps.length > 0 ? scenario?.play() : undefined
  const happens = played?.moments.map(({ sinceMs, label }) => [sinceMs, label])
  const told = [stage, traffic, resource?.spec.workloads, steps, happens, played?.lives]
  return JSON.stringify(told, (key, value: unknown) => {
    if (key === 'origin') return undefined
    return value instanceof Map ? [...value.entries()] : value
  })
}
