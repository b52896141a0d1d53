import { expect, test } from 'vitest'
import { headlineOfLeftOut } from './headline-of-left-out.ts'

const SAID = { title: 'Every request succeeds', detail: '95 requests, none failed.' }
const UNATTACHED = { code: 'MX0112', title: 'There is no Gateway edge for this HTTPRoute' }
const REFUSED = { code: 'REFUSED', title: 'istiod refuses VirtualService shop: total weight is 0' }

test('something refused is told first, and that it takes no part', () => {
  expect(headlineOfLeftOut(SAID, [UNATTACHED, REFUSED], true)).toEqual({
    title: 'istiod refuses VirtualService shop',
    detail: 'total weight is 0, so it takes no part. Every request succeeds.',
  })
})

test('something refused of which the cluster has an earlier version is told with that', () => {
  expect(headlineOfLeftOut(SAID, [{ ...REFUSED, isKept: true }], false)).toEqual({
    title: 'istiod refuses VirtualService shop',
    detail: 'total weight is 0, so the cluster keeps what it had. Every request succeeds.',
  })
})

test('what ends as a sentence already gets no second full stop', () => {
  expect(headlineOfLeftOut({ ...SAID, title: 'Every request succeeds.' }, [UNATTACHED], false).detail).toBe(
    'The route takes no part there. Every request succeeds.',
  )
})

test('an HTTPRoute that is attached to nothing is told before that nothing is lost', () => {
  expect(headlineOfLeftOut(SAID, [UNATTACHED], false)).toEqual({
    title: 'There is no Gateway edge for this HTTPRoute',
    detail: 'The route takes no part there. Every request succeeds.',
  })
})

test('what loses requests is told before it', () => {
  expect(headlineOfLeftOut(SAID, [UNATTACHED], true)).toBe(SAID)
})

test('another problem changes nothing', () => {
  expect(headlineOfLeftOut(SAID, [{ code: 'IST0130', title: 'Rule 3 can never match' }], false)).toBe(SAID)
})
