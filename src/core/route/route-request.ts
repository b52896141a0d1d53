import { assertNever } from '../base/assert-never.ts'
import type { ForwardAction, Route } from '../envoy/index.ts'
import { isPreflight, preflightHeaders } from './cors.ts'
import { answerLocally } from './course.ts'
import type { Course, Settled } from './course.ts'
import type { Decision } from './decision.ts'
import { abortStatus, drawAbort, drawDelay } from './fault.ts'
import { drawLeg, forward } from './forward.ts'
import { labelOf } from './label.ts'
import { makeReply } from './local-reply.ts'
import { redirectLocation } from './redirect.ts'
import type { ReadyRoute } from './virtual-hosts.ts'

const NOTHING_SETTLED: Settled = { route: undefined, leg: undefined, cluster: undefined, delayMs: 0 }

/** Tries the routes from the top; the first match wins. Envoy, config_impl.cc, getRouteFromEntries [B1] [B41]. */
export function routeRequest(course: Course, routes: readonly ReadyRoute[]): Decision {
  const { view, steps } = course
  for (let index = 0; index < routes.length; index++) {
    const candidate = routes[index]
    if (!candidate) break
    const { route, matcher } = candidate
    const verdict = matcher.test(view)
    steps?.push({
      kind: verdict.matched ? 'route-matched' : 'route-skipped',
      routeIndex: index,
      label: labelOf(route),
      because: verdict.because(view),
      origin: route.matchOrigin ?? route.origin,
    })
    if (!verdict.matched) continue
    const decision = act(course, route)
    if (steps) reportUnreached(course, routes, index)
    return decision
  }
  steps?.push({ kind: 'no-route', origin: course.virtualHost.origin })
  return answerLocally(course, NOTHING_SETTLED, {
    status: 404,
    flag: 'NR',
    details: 'route_not_found',
    attempts: 0,
    reply: makeReply(view.request, '', NOTHING_SETTLED),
    because: `no rule matched ${view.path}`,
  })
}

function reportUnreached({ steps }: Course, routes: readonly ReadyRoute[], matched: number): void {
  const winner = routes[matched]
  if (!winner) return
  const because = `${labelOf(winner.route)} comes before it and matched`
  for (const [offset, { route }] of routes.slice(matched + 1).entries()) {
    steps?.push({
      kind: 'route-not-reached',
      routeIndex: matched + 1 + offset,
      label: labelOf(route),
      because,
      origin: route.matchOrigin ?? route.origin,
    })
  }
}

function act(course: Course, route: Route): Decision {
  const { action } = route
  switch (action.kind) {
    case 'forward':
      return throughFilters(course, route, action)
    case 'redirect': {
      const location = redirectLocation(action, course.view)
      return answerDirectly(course, route, action.status, '', location, `it is sent on to ${location}`)
    }
    case 'directResponse': {
      const location = hasLocation(action.status) ? ownLocation(course) : undefined
      return answerDirectly(course, route, action.status, action.body, location, 'the rule gives the answer')
    }
    default:
      return assertNever(action)
  }
}

/** A direct response of 201 or a redirect status names a location. Envoy, config_impl.cc, DirectResponseEntry. */
function hasLocation(status: number): boolean {
  return status === 201 || (status >= 300 && status < 400)
}

function ownLocation({ view }: Course): string {
  return `${view.request.scheme}://${view.request.authority}${view.pathAndQuery}`
}

/** Redirects and direct responses: no filter draws, no upstream; response edits apply [C10] [C18] [C96]. */
function answerDirectly(
  course: Course,
  route: Route,
  status: number,
  body: string,
  location: string | undefined,
  because: string,
): Decision {
  const settled: Settled = { ...NOTHING_SETTLED, route }
  const first = location === undefined ? [] : [['location', location] as const]
  return answerLocally(course, settled, {
    status,
    flag: '-',
    details: 'direct_response',
    attempts: 0,
    reply: makeReply(course.view.request, body, settled, first),
    because,
  })
}

/** The leg is drawn with the route; then the fault filter, then CORS, then the router [P3] [C60] [C84]. */
function throughFilters(course: Course, route: Route, action: ForwardAction): Decision {
  const leg = drawLeg(course, route, action)
  const cluster = leg && course.clusters.get(leg.cluster)
  const delayMs = route.fault ? drawDelay(course, route.fault) : 0
  const settled: Settled = { route, leg, cluster, delayMs }
  if (route.fault?.abort && drawAbort(course, route.fault)) {
    return answerLocally(course, settled, {
      status: abortStatus(route.fault.abort),
      flag: 'FI',
      details: 'fault_filter_abort',
      attempts: 0,
      reply: makeReply(course.view.request, 'fault filter abort', settled),
      because: 'the fault of this rule aborts it',
    })
  }
  if (route.cors && isPreflight(course.view.request)) {
    const lines = preflightHeaders(route.cors, course.view.request)
    if (lines) {
      return answerLocally(course, settled, {
        status: 200,
        flag: '-',
        details: 'cors_response',
        attempts: 0,
        reply: makeReply(course.view.request, '', settled, lines),
        because: 'the CORS policy answers the preflight',
      })
    }
  }
  return forward(course, route, action, settled)
}
