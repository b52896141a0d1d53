import { expect, test } from 'vitest'
import type { CallerTraits } from './caller.ts'
import { sharedByTraits } from './shared-by-traits.ts'

const caller = (labels: CallerTraits['labels'], address = '10.0.0.1', namespace = 'default'): CallerTraits => ({
  namespace,
  labels,
  isAt: other => other === address,
})

/** How many are made for these callers. */
function madeFor(make: (caller: CallerTraits) => unknown, ...callers: readonly CallerTraits[]): number {
  let made = 0
  const shared = sharedByTraits(one => {
    made++
    return make(one)
  })
  callers.forEach(one => shared(one))
  return made
}

const [plain, front] = [caller({ app: 'a' }), caller({ app: 'b', tier: 'front' })]

test.each([
  ['nothing is asked', () => 0, 1],
  ['the value of a label is', ({ labels }: CallerTraits) => labels['tier'], 2],
  ['the value of a label that none has is', ({ labels }: CallerTraits) => labels['zone'], 1],
  ['whether there is a label is', ({ labels }: CallerTraits) => 'tier' in labels, 2],
  ['all labels are', ({ labels }: CallerTraits) => Object.entries(labels).length, 2],
  ['an address is that both have', ({ isAt }: CallerTraits) => isAt('10.0.0.1'), 1],
])('where %s, what callers answer alike is made once', (_, make, count) => {
  expect(madeFor(make, plain, front)).toBe(count)
})

test('callers at other addresses, and of other namespaces, are told apart', () => {
  expect(madeFor(({ isAt }) => isAt('10.0.0.1'), plain, caller({ app: 'a' }, '10.0.0.2'))).toBe(2)
  expect(madeFor(() => 0, plain, caller({ app: 'a' }, '10.0.0.1', 'other'))).toBe(2)
})
