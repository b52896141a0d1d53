import type { Route, WeightedCluster } from '../../envoy/index.ts'
import type { HttpRequest } from '../request.ts'
import { formatHeaderValue } from './format-value.ts'
import { mutateHeaders } from './mutate-headers.ts'
import type { HeaderLine } from './mutate-headers.ts'

/** The leg's edits, then the route's, so that the route's win. Envoy, config_impl.cc, finalizeResponseHeaders [C92]. */
export function editResponse(
  lines: readonly HeaderLine[],
  route: Route | undefined,
  leg: WeightedCluster | undefined,
  request: HttpRequest,
): readonly HeaderLine[] {
  const format = (value: string) => formatHeaderValue(value, request)
  const byLeg = leg ? mutateHeaders(lines, leg.responseHeaders, format) : lines
  return route ? mutateHeaders(byLeg, route.responseHeaders, format) : byLeg
}
