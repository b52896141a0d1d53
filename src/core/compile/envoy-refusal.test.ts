import { expect, test } from 'vitest'
import type { Route } from '../envoy/index.ts'
import { findRefusal } from './index.ts'
import { forwardTo, route, sidecar } from './testing/build-config.ts'

const reasonFor = (one: Partial<Route>): string | undefined =>
  findRefusal(sidecar([route({ action: forwardTo([]), ...one })], []))?.reason

const redirect = (status: number): Partial<Route> => ({
  action: { kind: 'redirect', path: '/x', host: undefined, scheme: undefined, port: undefined, status },
})
const direct = (status: number): Partial<Route> => ({ action: { kind: 'directResponse', status, body: '' } })
const abort = (httpStatus: number | undefined): Partial<Route> => ({
  fault: { delay: undefined, abort: { numerator: 1, httpStatus, grpcStatus: undefined }, origin: undefined },
})

test.each([
  [redirect(304), /"action"/],
  [direct(600), /^DirectResponse.*Status/],
  [direct(199), /^DirectResponse.*Status/],
  [abort(600), /^FaultAbort.*HttpStatus/],
])('%j is refused', (one, reason) => {
  expect(reasonFor(one)).toMatch(reason)
})

test.each([redirect(301), redirect(308), direct(200), direct(599), abort(555), abort(undefined)])(
  '%j is accepted',
  one => {
    expect(reasonFor(one)).toBeUndefined()
  },
)
