import { below } from '../base/origin.ts'
import { assertNever } from '../base/assert-never.ts'
import type { ForwardAction, Route } from '../envoy/index.ts'
import { isPreflight, preflightHeaders } from './cors.ts'
import { answerLocally } from './course.ts'
import type { Course, Settled } from './course.ts'
import type { Decision } from './decision.ts'
import { abortGrpc, abortStatus, drawAbort, drawDelay } from './fault.ts'
import { drawLeg, forward } from './forward.ts'
import { placeOf, shortTitleOf, titleOf } from './label.ts'
import { leftOutUpTo } from './left-out.ts'
import { redirectLocation } from './redirect.ts'
import type { ReadyRoute, ReadyRoutes } from './virtual-hosts.ts'

const NOTHING_SETTLED: Settled = { route: undefined, leg: undefined, cluster: undefined, delayMs: 0 }

/** Tries the routes from the top; the first match wins. Envoy, config_impl.cc, getRouteFromEntries [B1] [B41]. */
export function routeRequest(course: Course, ready: ReadyRoutes): Decision {
  const { view, steps } = course
  const { all: routes, candidates } = ready
  if (!steps && candidates) return routeAmong(course, routes, candidates(view.path))
  let told = 0
  for (let index = 0; index < routes.length; index++) {
    const candidate = routes[index]
    if (!candidate) break
    const { route, matcher } = candidate
    const verdict = matcher.test(view)
    if (steps) {
      told = tellLeftOut(course, routes, told, route)
      steps.push({
        kind: verdict.matched ? 'route-matched' : 'route-skipped',
        routeIndex: index,
        label: titleOf(route, course.virtualHost),
        because: verdict.because(view),
        origin: placeOf(route),
      })
    }
    if (!verdict.matched) continue
    const decision = act(course, route)
    if (steps) reportUnreached(course, routes, index, told)
    return decision
  }
  if (steps) tellLeftOut(course, routes, told, undefined)
  return noRoute(course)
}

/** The same among a few, when nobody asks why the others do not match. */
function routeAmong(course: Course, routes: readonly ReadyRoute[], candidates: readonly number[]): Decision {
  for (const index of candidates) {
    const candidate = routes[index]
    if (candidate?.matcher.test(course.view).matched) return act(course, candidate.route)
  }
  return noRoute(course)
}

function noRoute(course: Course): Decision {
  const { view, steps } = course
  const { origin } = course.virtualHost
  const isBound = course.virtualHost.routes.length > 0 || course.virtualHost.source !== undefined
  if (isBound) steps?.push({ kind: 'no-route', origin: origin && below(origin, 'spec', 'http') })
  return answerLocally(course, NOTHING_SETTLED, {
    status: 404,
    flag: 'NR',
    details: 'route_not_found',
    attempts: 0,
    made: { body: '' },
    because: isBound ? `No rule matched ${view.path}, so no pod saw it.` : 'There is no rule, so no pod saw it.',
  })
}

/** Rules up to a route (undefined: all) that istiod did not send because they are for other callers; how many are told. */
function tellLeftOut(course: Course, routes: readonly ReadyRoute[], told: number, until: Route | undefined): number {
  const { leftOut, next } = leftOutUpTo(course.virtualHost, routes, told, until)
  const because = course.view.request.atGateway ? NOT_HERE : FOR_OTHERS
  for (const { label, origin } of leftOut) {
    course.steps?.push({ kind: 'route-skipped', routeIndex: -1, label, because, origin })
  }
  return next
}

const FOR_OTHERS = 'it is for other callers, gateways or ports, so this sidecar does not get it'
const NOT_HERE = 'it is for other gateways, ports or the mesh, so this gateway does not get it'

function reportUnreached(course: Course, routes: readonly ReadyRoute[], matched: number, told: number): void {
  const winner = routes[matched]
  if (!winner) return
  const because = `${shortTitleOf(winner.route, course.virtualHost)} ended the list`
  const tell = (routeIndex: number, label: string, origin: Route['origin']): void => {
    course.steps?.push({ kind: 'route-not-reached', routeIndex, label, because, origin })
  }
  let next = told
  const tellUntil = (until: Route | undefined): void => {
    const found = leftOutUpTo(course.virtualHost, routes, next, until)
    for (const { label, origin } of found.leftOut) tell(-1, label, origin)
    next = found.next
  }
  for (const [offset, { route }] of routes.slice(matched + 1).entries()) {
    tellUntil(route)
    tell(matched + 1 + offset, titleOf(route, course.virtualHost), placeOf(route))
  }
  tellUntil(undefined)
}

function act(course: Course, route: Route): Decision {
  const { action } = route
  switch (action.kind) {
    case 'forward':
      return throughFilters(course, route, action)
    case 'redirect': {
      const location = redirectLocation(action, course.view, route.match.path)
      return answerDirectly(course, route, action.status, '', location, `The rule sends it on to ${location}.`)
    }
    case 'directResponse': {
      const location = hasLocation(action.status) ? ownLocation(course) : undefined
      return answerDirectly(
        course,
        route,
        action.status,
        action.body,
        location,
        'The rule gives the answer. No pod saw it.',
      )
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
  return answerLocally(course, settled, {
    status,
    flag: '-',
    details: 'direct_response',
    attempts: 0,
    made: { body, skipsCors: true, headers: location === undefined ? [] : [['location', location]] },
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
      made: { body: 'fault filter abort', skipsCors: true, ...abortGrpc(route.fault.abort) },
      because: 'The rule’s fault asks for it. No pod saw it.',
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
        made: { body: '', headers: lines, isFinal: true },
        because: 'The rule’s CORS policy answers the preflight.',
      })
    }
  }
  return forward(course, route, action, settled)
}
