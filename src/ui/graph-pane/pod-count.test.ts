import { expect, test } from 'vitest'
import type { Moment, PodState, WorkloadNode } from '../../scene/index.ts'
import { NO_MOMENT } from '../../scene/index.ts'
import { podCount, shortPodCount } from './pod-count.ts'

const workload = (...ready: readonly boolean[]) =>
  ({ pods: ready.map((isReady, i) => ({ id: String(i), ready: isReady })) }) as unknown as WorkloadNode
const at = (...states: readonly (readonly [id: string, kind: PodState['kind']])[]): Moment => ({
  ...NO_MOMENT,
  pods: new Map(states.map(([id, kind]) => [id, { kind } as PodState])),
})

test.each([
  [workload(true, true, true), at(), undefined, undefined],
  [workload(true, true, false), at(), undefined, undefined],
  [workload(true, true, true), at(['1', 'back']), undefined, undefined],
  [workload(true, true, true), at(['1', 'out']), '2 of 3, 1 out', '2 of 3, 1 out'],
  [workload(true, true, true), at(['2', 'not-ready']), '2 of 3, 1 not ready', '2 of 3 ready'],
  [workload(true, true, false), at(['0', 'out']), '1 of 3, 1 out, 1 not ready', '1 of 3 in use'],
  [workload(true, true, true), at(['0', 'gone'], ['1', 'not-ready']), '1 of 3, 1 not ready, 1 gone', '1 of 3 in use'],
  [workload(true, true), at(['0', 'out'], ['1', 'out']), '0 of 2, 2 out', '0 of 2, 2 out'],
] as const)('case %#: %j', (node, moment, said, short) => {
  expect([podCount(node, moment), shortPodCount(node, moment)]).toEqual([said, short])
})
