import { describe, expect, test } from 'vitest'
import type { WorkloadResource } from '../resources/index.ts'
import { playPods } from './play-pods.ts'
import type { Order, PodTimes } from './play-pods.ts'

type Rollout = NonNullable<WorkloadResource['spec']['rollout']>

function deployment(replicas: number, rollout: Rollout = {}, version = 'v1', kind = 'Deployment'): WorkloadResource {
  const spec = { replicas, selector: {}, podLabels: { version }, podAnnotations: {}, containerPorts: [], rollout }
  return { kind, name: 'web', namespace: 'default', spec } as unknown as WorkloadResource
}

const web = { namespace: 'default', name: 'web' }
const restart = (atMs: number): Order => ({ kind: 'restart', atMs, workload: web })
const nothing = () => undefined

/** `10.0 web-2 starts`, in seconds; a pod starts in 3 s and stops in 1 s. */
function film(resource: WorkloadResource, orders: readonly Order[], times: Partial<PodTimes> = {}) {
  const pods = Array.from({ length: resource.spec.replicas }, (_, i) => ({ name: `web-${String(i)}`, ready: true }))
  return playPods({
    workloads: [{ ...web, resource, pods }],
    orders,
    times: { isReady: nothing, moments: [], startupMs: nothing, shutdownMs: nothing, ...times },
    isSameTemplate: (a, b) => a.spec.podLabels['version'] === b.spec.podLabels['version'],
  })
}
const brief = (...asked: Parameters<typeof film>) =>
  film(...asked)
    .moments.slice(1)
    .map(({ atMs, changes }) => {
      const said = changes.map(({ kind, pod }) => `${pod.name.slice('web-'.length)} ${kind}`)
      return `${(atMs / 1000).toFixed(1)} ${said.join(', ')}`
    })

describe('a rolling update', () => {
  test('two pods, a quarter each: one more, none fewer', () => {
    expect(brief(deployment(2), [restart(10_000)])).toEqual([
      '10.0 2 starts',
      '13.0 2 ready, 1 stops, 3 starts',
      '14.0 1 gone',
      '16.0 3 ready, 0 stops',
      '17.0 0 gone',
    ])
  })

  test('four pods, a quarter each: one more, one fewer', () => {
    expect(brief(deployment(4), [restart(10_000)])).toEqual([
      '10.0 4 starts, 3 stops, 5 starts',
      '11.0 3 gone',
      '13.0 4 ready, 5 ready, 2 stops, 1 stops, 6 starts, 7 starts',
      '14.0 1 gone, 2 gone',
      '16.0 6 ready, 7 ready, 0 stops',
      '17.0 0 gone',
    ])
  })

  test('all at once where nothing has to stay', () => {
    const all = { maxSurge: 0, maxUnavailable: '100%' }
    expect(brief(deployment(2, all), [restart(10_000)])).toEqual([
      '10.0 1 stops, 0 stops, 2 starts, 3 starts',
      '11.0 0 gone, 1 gone',
      '13.0 2 ready, 3 ready',
    ])
  })

  test('waits for as long as a pod has to be ready', () => {
    expect(brief(deployment(1, { minReadyMs: 5000 }), [restart(10_000)])).toEqual([
      '10.0 1 starts',
      '13.0 1 ready',
      '18.0 0 stops',
      '19.0 0 gone',
    ])
  })

  test('stands still while new pods are not ready', () => {
    const isReady: PodTimes['isReady'] = ({ name }) => (name === 'web-2' ? false : undefined)
    expect(brief(deployment(2), [restart(10_000)], { isReady })).toEqual(['10.0 2 starts'])
  })

  test('takes as long as pods take to start and to stop', () => {
    const times = { startupMs: () => 500, shutdownMs: () => 2000 }
    expect(brief(deployment(1, { preStopMs: 5000 }), [restart(10_000)], times)).toEqual([
      '10.0 1 starts',
      '10.5 1 ready, 0 stops',
      '17.5 0 gone',
    ])
  })

  test('is over at once where nothing takes time', () => {
    const times = { startupMs: () => 0, shutdownMs: () => 0 }
    expect(new Set(brief(deployment(3), [restart(10_000)], times).map(line => line.slice(0, 4)))).toEqual(
      new Set(['10.0']),
    )
  })

  test('a second one in its middle replaces both versions, the unavailable pod first', () => {
    expect(brief(deployment(2), [restart(10_000), restart(14_000)])).toEqual([
      '10.0 2 starts',
      '13.0 2 ready, 1 stops, 3 starts',
      // One of version 0 and web-2 are available, which is enough; web-3 is not ready yet, and makes room.
      '14.0 1 gone, 3 stops, 4 starts',
      '15.0 3 gone',
      '17.0 4 ready, 0 stops, 5 starts',
      '18.0 0 gone',
      '20.0 5 ready, 2 stops',
      '21.0 2 gone',
    ])
  })
})

test('Recreate: new pods start when the old ones are gone', () => {
  expect(brief(deployment(2, { strategy: 'Recreate' }), [restart(10_000)])).toEqual([
    '10.0 1 stops, 0 stops',
    '11.0 0 gone, 1 gone, 2 starts, 3 starts',
    '14.0 2 ready, 3 ready',
  ])
})

describe('a document that is applied anew', () => {
  const apply = (atMs: number, resource: WorkloadResource): Order => ({ kind: 'apply', atMs, resource })

  test('with another template is a rolling update, to pods of the new one', () => {
    const { moments } = film(deployment(1), [apply(10_000, deployment(1, {}, 'v2'))])
    expect(
      moments.map(({ atMs, workloads }) => [
        atMs,
        ...workloads.flatMap(({ pods }) =>
          pods.map(pod => `${pod.name} ${pod.template?.spec.podLabels['version'] ?? ''}`),
        ),
      ]),
    ).toEqual([
      [0, 'web-0 v1'],
      [10_000, 'web-0 v1', 'web-1 v2'],
      [13_000, 'web-0 v1', 'web-1 v2'],
      [14_000, 'web-1 v2'],
    ])
  })

  test('with another number of pods is scaled', () => {
    expect(brief(deployment(1), [apply(10_000, deployment(2))])).toEqual(['10.0 1 starts', '13.0 1 ready'])
  })

  test('from nothing it starts, deleted it stops', () => {
    const gone: Order = { kind: 'delete', atMs: 20_000, workload: web }
    const played = playPods({
      workloads: [],
      orders: [apply(5000, deployment(1)), gone],
      times: { isReady: nothing, moments: [], startupMs: nothing, shutdownMs: nothing },
      isSameTemplate: () => true,
    })
    expect(played.moments.map(({ atMs, workloads }) => [atMs, workloads.length])).toEqual([
      [0, 0],
      [5000, 1],
      [8000, 1],
      [20_000, 1],
      [21_000, 0],
    ])
    expect(played.lives.get('default/web-0')).toEqual([
      { createdMs: 5000, opensMs: 8000, deletedMs: 20_000, closesMs: 20_000, cutMs: 50_000, goneMs: 21_000 },
    ])
  })
})

test('a StatefulSet’s pods have their names again, and stay as they are when it is restarted', () => {
  const orders: Order[] = [
    restart(5000),
    { kind: 'scale', atMs: 10_000, workload: web, replicas: 1 },
    { kind: 'scale', atMs: 20_000, workload: web, replicas: 2 },
  ]
  expect(brief(deployment(2, {}, 'v1', 'StatefulSet'), orders)).toEqual([
    '10.0 1 stops',
    '11.0 1 gone',
    '20.0 1 starts',
    '23.0 1 ready',
  ])
})
