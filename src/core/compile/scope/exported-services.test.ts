import { expect, test } from 'vitest'
import { buildMesh } from '../../mesh/index.ts'
import { service } from '../../mesh/testing/resources.ts'
import { compileConfig } from '../compile-config.ts'

const configFor = (namespace: string, exportTo: readonly string[] | undefined) =>
  compileConfig(buildMesh([service('reviews', { spec: exportTo === undefined ? {} : { exportTo } })]), {
    workload: 'curl',
    namespace,
  })

test.each([
  [undefined, true, true],
  [['*'], true, true],
  [['.'], true, false],
  [['default'], true, false],
  [['other', '.'], true, true],
  [['other'], false, true],
  [['~'], false, false],
])('exportTo %j is seen by its own namespace: %s, by another: %s', (exportTo, own, other) => {
  const seen = (namespace: string) => {
    const { routeConfigs, clusters, listeners, dns } = configFor(namespace, exportTo)
    expect(dns.has('reviews.default')).toBe(true)
    const sees = routeConfigs.has('9080')
    expect([listeners.length > 1, clusters.size > 2]).toEqual([sees, sees])
    return sees
  }
  expect([seen('default'), seen('other')]).toEqual([own, other])
})
