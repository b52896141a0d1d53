import type { Route, WeightedCluster } from '../../envoy/index.ts'
import { viewRequest } from '../request-view.ts'
import type { RequestView } from '../request-view.ts'
import { receivedRequest } from './received-request.ts'
import { rewritesPath } from './rewrite.ts'

/** The request with the edits of its route and leg, as the balancer sees it; itself where there are none. */
export function editedView(view: RequestView, route: Route, leg: WeightedCluster | undefined): RequestView {
  const edits = [route.requestHeaders, ...(leg ? [leg.requestHeaders] : [])]
  if (!rewritesPath(route) && edits.every(({ add, remove }) => add.length + remove.length === 0)) return view
  const { path, headers } = receivedRequest({ route, leg, attempts: 1 }, view.request)
  return viewRequest({ ...view.request, path, headers: new Map(headers.filter(([name]) => name !== 'host')) })
}
