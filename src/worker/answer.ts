import type { ProxyId } from '../core/base/ids.ts'
import { createPipeline, writeAssumed } from '../core/pipeline/index.ts'
import type { World } from '../core/pipeline/index.ts'
import { accessLogLine } from '../core/route/index.ts'
import { createSimulation, explainRecord } from '../core/simulate/index.ts'
import type { EventLog, Simulation, Traffic } from '../core/simulate/index.ts'
import { lineOf, rangeOf } from '../core/yaml/index.ts'
import { buildStage, departuresOf, metricsOf, waterfallOf } from '../scene/index.ts'
import type { Stage } from '../scene/index.ts'
import { callersOf, unseenBy, unseenRanges } from './callers.ts'
import { confirm } from './confirm-commands.ts'
import { locateDiagnostics, rangesOf } from './locate.ts'
import type { Answer, Explanation, Log, Picture, Question } from './protocol.ts'
import { proxyConfigOf, proxyJsonOf, rowUses } from './proxy-answers.ts'
import { signatureOf } from './signature.ts'

/** What the last answered `run` left behind, for questions about it. */
interface Current {
  readonly world: World
  readonly proxy: ProxyId
  readonly stage: Stage
  readonly simulation: Simulation
  log: EventLog
}

const NO_LOG: Log = { untilMs: 0, departures: [] }
const logOf = (stage: Stage, log: EventLog): Log => ({ untilMs: log.untilMs, departures: departuresOf(log, stage) })

/** How far beyond what is asked for, so that requests that leave by then have come to their end. */
const SETTLE_MS = 30_000

function logUntil(simulation: Simulation, untilMs: number): EventLog {
  const log = simulation.runUntil(untilMs + SETTLE_MS)
  return { ...log, untilMs, requests: log.requests.filter(({ atMs }) => atMs < untilMs) }
}

type RunQuestion = Extract<Question, { kind: 'run' }>

/** The engine: answers one question after the other, reusing what did not change between texts. */
export function createAnswerer(): (question: Question) => Answer {
  const pipeline = createPipeline()
  let current: Current | undefined
  /** Whose configuration can be looked at, also where it sends nothing. */
  let looked: Pick<Current, 'world' | 'proxy'> | undefined

  function run(question: RunQuestion): Picture {
    const world = pipeline.run(question.text)
    const given = question.traffic ?? world.traffic
    const proxy = chooseProxy(world, given, question.proxy)
    const traffic = withTrafficFrom(world, given, proxy)
    const shown = { ...traffic, clients: traffic.clients.filter(client => client.proxy === proxy) }
    const stage = proxy !== undefined && shown.clients.length > 0 ? buildStage(world, proxy, shown) : undefined
    if (world.readable) looked = proxy === undefined ? undefined : { world, proxy }
    if (!world.readable || proxy === undefined || !stage) return pictureOf(world, traffic, proxy, stage, undefined)
    const simulation = createSimulation({
      traffic: shown,
      routerFor: world.routerFor,
      ...(world.scenario?.pods && { pods: world.scenario.pods }),
    })
    current = { world, proxy, stage, simulation, log: logUntil(simulation, question.untilMs) }
    return pictureOf(world, traffic, proxy, stage, current.log)
  }

  function explain(number: number): Explanation | undefined {
    const record = current?.log.requests[number - 1]
    if (!current || !record) return undefined
    const { world, proxy } = current
    const { decision, trace } = explainRecord(record, world.routerFor(record.client.proxy), current.log)
    if (!decision) return undefined
    const { request } = record.requestClass
    const tries = waterfallOf(record)
    return {
      number,
      atMs: record.atMs,
      method: request.method,
      url: request.path,
      headers: [...request.headers],
      status: decision.status,
      flags: decision.flags,
      ...(tries && { tries }),
      accessLog: accessLogLine(request, decision, trace, record.atMs),
      ...confirm(proxy, request, decision, world.configFor(proxy).kind !== 'none'),
      steps: trace.map(step => {
        const range = step.origin && rangeOf(world.parsed, step.origin)
        return { step, range, line: range && lineOf(world.parsed.text, range.start) }
      }),
    }
  }

  return question => {
    const { id } = question
    try {
      switch (question.kind) {
        case 'run':
          return { kind: 'picture', id, picture: run(question) }
        case 'explain':
          return { kind: 'explanation', id, explanation: explain(question.number) }
        case 'metrics': {
          const { log, stage } = current ?? {}
          return { kind: 'metrics', id, metrics: log && stage && metricsOf(log, stage, question) }
        }
        case 'write-assumed':
          return { kind: 'edits', id, edits: current ? writeAssumed(current.world) : [] }
        case 'proxy-config': {
          const { section, filter } = question
          return {
            kind: 'proxy-config',
            id,
            config: looked && proxyConfigOf(looked.world, looked.proxy, section, filter),
          }
        }
        case 'proxy-uses': {
          if (current?.world !== looked?.world) return { kind: 'proxy-uses', id, uses: [] }
          return { kind: 'proxy-uses', id, uses: current ? rowUses(current.world, current.stage, current.log) : [] }
        }
        case 'proxy-json': {
          const { section, row } = question
          return { kind: 'proxy-json', id, text: looked ? proxyJsonOf(looked.world, looked.proxy, section, row) : '' }
        }
        case 'extend': {
          if (!current) return { kind: 'log', id, log: NO_LOG }
          current.log = logUntil(current.simulation, question.untilMs)
          return { kind: 'log', id, log: logOf(current.stage, current.log) }
        }
      }
    } catch (error) {
      return { kind: 'failed', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    }
  }
}

/** The caller asked for, while there is one or it calls something; else the first that calls. */
function chooseProxy(world: World, traffic: Traffic, asked: ProxyId | undefined): ProxyId | undefined {
  const calling = new Set(traffic.clients.map(client => client.proxy))
  if (asked !== undefined && (calling.has(asked) || callersOf(world, traffic).some(({ proxy }) => proxy === asked))) {
    return asked
  }
  return world.callers.find(caller => calling.has(caller)) ?? traffic.clients[0]?.proxy
}

/** A caller that calls nothing yet is taken to call what it can reach. */
function withTrafficFrom(world: World, traffic: Traffic, proxy: ProxyId | undefined): Traffic {
  if (proxy === undefined || traffic.clients.some(client => client.proxy === proxy)) return traffic
  return { ...traffic, clients: [...traffic.clients, ...world.trafficFrom(proxy).clients] }
}

function pictureOf(
  world: World,
  traffic: Traffic,
  proxy: ProxyId | undefined,
  stage: Stage | undefined,
  log: EventLog | undefined,
): Picture {
  return {
    readable: world.readable,
    diagnostics: locateDiagnostics(world, stage),
    stage,
    signature: signatureOf(stage, traffic, world.scenario?.resource.spec),
    proxy,
    callers: callersOf(world, traffic),
    unseen: proxy === undefined ? [] : unseenBy(world, proxy),
    traffic,
    ranges: new Map([
      ...(stage ? rangesOf(world, stage) : []),
      ...(proxy === undefined ? [] : unseenRanges(world, proxy)),
    ]),
    log: stage && log ? logOf(stage, log) : NO_LOG,
  }
}
