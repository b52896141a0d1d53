import type { World } from '../core/pipeline/index.ts'
import type { Traffic } from '../core/simulate/index.ts'
import type { Stage } from '../scene/index.ts'

/** Equal for texts that put the same picture on the stage under the same traffic: places in the text do not count. */
export function signatureOf(
  stage: Stage | undefined,
  traffic: Traffic,
  played: NonNullable<World['scenario']>['resource']['spec'] | undefined,
): string {
  return JSON.stringify([stage, traffic, played?.workloads, played?.steps], (key, value: unknown) => {
    if (key === 'origin') return undefined
    return value instanceof Map ? [...value.entries()] : value
  })
}
