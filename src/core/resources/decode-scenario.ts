import type { Reader } from './reader.ts'
import { SCENARIO_FIELDS } from './scenario-fields.ts'
import { ScenarioForm } from './scenario-form.ts'
import { FAILURES } from './scenario-spec.ts'
import type {
  ScenarioClient,
  ScenarioLatency,
  ScenarioRequest,
  ScenarioSlide,
  ScenarioSlip,
  ScenarioSpec,
  ScenarioStep,
  ScenarioWorkload,
} from './scenario-spec.ts'

const MOST = 1_000_000
/** More would show nothing new, and keep a machine busy. */
const MOST_A_SECOND = 1000
const MOST_CALLERS = 100
const TOP = ['apiVersion', 'kind', 'metadata', 'spec']

/** A Scenario (`meshscope/v1`), with all that is wrong in it by itself. */
export function decodeScenario(resource: Reader): ScenarioSpec {
  const slips: ScenarioSlip[] = []
  const spec = new ScenarioForm(resource, TOP, slips).form('spec', SCENARIO_FIELDS.spec)
  return {
    seed: spec?.whole('seed', -2_147_483_648, 4_294_967_295),
    clients: spec?.forms('clients', SCENARIO_FIELDS.client).map(decodeClient) ?? [],
    workloads: spec?.forms('workloads', SCENARIO_FIELDS.workload).map(decodeWorkload) ?? [],
    steps: spec?.forms('steps', SCENARIO_FIELDS.step).map(decodeStep) ?? [],
    presentation: spec?.forms('presentation', SCENARIO_FIELDS.presentation).map(decodeSlide) ?? [],
    slips,
  }
}

function decodeClient(client: ScenarioForm): ScenarioClient {
  return {
    path: client.path,
    name: client.text('name'),
    from: client.text('from'),
    gateway: client.text('gateway'),
    ratePerSecond: client.ratePerSecond('rate', MOST_A_SECOND),
    concurrency: client.whole('concurrency', 1, MOST_CALLERS),
    pauseMs: client.durationMs('pause'),
    count: client.whole('count', 0, MOST),
    startMs: client.durationMs('start'),
    endMs: client.durationMs('end'),
    patienceMs: client.durationMs('patience'),
    request: decodeRequest(client, false),
    requests: client.forms('requests', SCENARIO_FIELDS.request).map(request => decodeRequest(request, true)),
  }
}

function decodeRequest(request: ScenarioForm, isOneOfSeveral: boolean): ScenarioRequest {
  return {
    path: request.path,
    label: isOneOfSeveral ? request.text('label') : undefined,
    url: request.text('url'),
    method: request.text('method'),
    headers: request.textMap('headers'),
    share: isOneOfSeveral ? request.share('share') : undefined,
  }
}

function decodeWorkload(workload: ScenarioForm): ScenarioWorkload {
  return {
    path: workload.path,
    name: workload.text('name'),
    latency: decodeLatency(workload),
    errorPercent: workload.percent('errors'),
    status: workload.whole('status', 200, 599),
    fails: workload.choice('fails', FAILURES),
    ready: workload.flag('ready'),
    startupMs: workload.durationMs('startup'),
    shutdownMs: workload.durationMs('shutdown'),
    fromMs: workload.durationMs('from'),
    toMs: workload.durationMs('to'),
  }
}

/** `20ms`, or `{ p50, p99 }`; one of the two alone is a constant. */
function decodeLatency(workload: ScenarioForm): ScenarioLatency | undefined {
  if (!workload.isMap('latency')) {
    const ms = workload.durationMs('latency')
    return ms === undefined ? undefined : { kind: 'constant', ms }
  }
  const latency = workload.form('latency', SCENARIO_FIELDS.latency)
  const p50Ms = latency?.durationMs('p50')
  const p99Ms = latency?.durationMs('p99')
  if (p50Ms !== undefined && p99Ms !== undefined) return { kind: 'spread', p50Ms, p99Ms }
  const ms = p50Ms ?? p99Ms
  return ms === undefined ? undefined : { kind: 'constant', ms }
}

function decodeStep(step: ScenarioForm): ScenarioStep {
  const scale = step.form('scale', SCENARIO_FIELDS.scale)
  return {
    path: step.path,
    atMs: step.durationMs('at'),
    ...step.documents('apply'),
    delete: step.texts('delete'),
    scale: scale && { path: scale.path, name: scale.text('name'), replicas: scale.whole('replicas', 0, 1000) },
    restart: step.text('restart'),
  }
}

function decodeSlide(slide: ScenarioForm): ScenarioSlide {
  return {
    path: slide.path,
    title: slide.text('title'),
    notes: slide.text('notes'),
    atMs: slide.durationMs('at'),
    play: slide.flag('play'),
    show: slide.text('show'),
    fields: slide.texts('fields'),
  }
}
