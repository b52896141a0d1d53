import { admit, NOTHING_STORED } from '../admission/index.ts'
import type { Stored } from '../admission/index.ts'
import { explainText } from '../analyze/index.ts'
import type { Explained } from '../analyze/index.ts'
import { assume, assumeTrafficFrom } from '../assume/index.ts'
import type { ProxyId } from '../base/ids.ts'
import { toProxyId } from '../base/ids.ts'
import { once } from '../base/once.ts'
import { createCompiler, findHidden, isGateway } from '../compile/index.ts'
import type { HiddenReason, HiddenResource } from '../compile/index.ts'
import type { EnvoyConfig } from '../envoy/index.ts'
import { buildMesh } from '../mesh/index.ts'
import type { Mesh, MeshSettings } from '../mesh/index.ts'
import { createDecoder } from '../resources/index.ts'
import type { Resource } from '../resources/index.ts'
import { createRouter } from '../route/index.ts'
import type { Router } from '../route/index.ts'
import { plannedCalls, theScenario } from '../scenario/index.ts'
import type { PlannedCall } from '../scenario/index.ts'
import type { Traffic } from '../simulate/index.ts'
import { createYamlParser, nodeOf } from '../yaml/index.ts'
import { analyzeSteps } from './analyze-steps.ts'
import { playScenario } from './played-scenario.ts'
import type { PlayedScenario, ScenarioInput } from './played-scenario.ts'
import { sortDiagnostics, withoutRepeats, withUnreadable } from './sort-diagnostics.ts'
import type { World } from './world.ts'

export interface Pipeline {
  /** `stored`: what the cluster has from the texts before; without, the text is applied to an empty one. */
  run(text: string, stored?: Stored): World
  /** The first steps alone, for questions about a text that is being written. */
  read(text: string): Pick<World, 'parsed' | 'resources'>
}

/** What diagnostics need to know beside the text. */
type Beside = Pick<Explained, 'cluster' | 'nowMs'>

/** What follows from resources alone, the Scenario set aside; the same resources give the same object. */
interface Consequences {
  readonly configured: readonly Resource[]
  /** What steps of the Scenario hold. */
  readonly inSteps: readonly Resource[]
  /** What of the Scenario's calls had a say in it. */
  readonly planKey: string
  readonly assumed: readonly Resource[]
  readonly mesh: Mesh
  readonly traffic: Traffic
  readonly trafficFrom: (proxy: ProxyId) => Traffic
  readonly hiddenFrom: (proxy: ProxyId) => readonly HiddenResource[]
  readonly configFor: (proxy: ProxyId) => EnvoyConfig
  readonly routerFor: (proxy: ProxyId) => Router
}

/**
 * Runs all stages over one text after another and keeps what did not change: documents whose text is the same, and all
 * that follows from resources that are the same. Never throws, whatever the text. Settings are those of the mesh that are
 * not Istio's defaults; pipelines that hand over what is stored share the source of `newId`.
 */
export function createPipeline(
  settings: Partial<MeshSettings> = {},
  beside: Beside = {},
  newId?: () => number,
): Pipeline {
  const parser = createYamlParser(newId)
  const decoder = createDecoder()
  let last: Consequences | undefined
  let lastPlayed: { readonly mesh: Mesh; readonly played: PlayedScenario } | undefined

  /** The same Scenario in the same mesh is the same object. */
  function play(input: ScenarioInput): PlayedScenario {
    const { mesh, resource } = input
    const isKnown = lastPlayed?.mesh === mesh && lastPlayed.played.resource === resource
    const played = isKnown && lastPlayed ? lastPlayed.played : playScenario(input)
    lastPlayed = { mesh, played }
    return played
  }

  return {
    read(text) {
      const parsed = parser.parse(text)
      return { parsed, resources: decoder.decodeAll(parsed).resources }
    },
    run(text, before = NOTHING_STORED) {
      const parsed = parser.parse(text)
      const { resources, decoded, inSteps: later, diagnostics: fromDecoding } = decoder.decodeAll(parsed)
      const readable = parsed.documents.every(document => document.readable)
      const { refused, kept, stored, diagnostics: fromAdmission } = admit(decoded, later, before)
      const standing = resources.flatMap(one => (refused.has(one) ? (kept.get(one)?.resource ?? []) : one))
      // Of two refused documents of one resource, the cluster keeps one version.
      const accepted = kept.size > 1 ? [...new Set(standing)] : standing
      const configured = accepted.filter(({ kind }) => kind !== 'Scenario')
      const resource = theScenario(accepted)
      const inSteps = later.flatMap(one =>
        !refused.has(one.resource) && one.resource.origin.documentId === resource?.origin.documentId
          ? one.resource
          : [],
      )
      const planned = resource ? plannedCalls(resource) : []
      const planKey = keyOf(planned, configured)
      const isKnown = last?.planKey === planKey && isSame(last.configured, configured) && isSame(last.inSteps, inSteps)
      const follows = (last = isKnown && last ? last : follow(configured, inSteps, planned, planKey, settings))
      const { mesh, assumed, trafficFrom, hiddenFrom, configFor, routerFor } = follows
      const present = [...accepted, ...assumed]
      const keptNodes = new Map([...kept.values()].map(({ resource: { origin }, node }) => [origin, node]))
      const nodeIn = ({ origin }: Resource) => keptNodes.get(origin) ?? nodeOf(parsed, origin)
      const scenario = resource && play({ resource, resources: accepted, inSteps, present, mesh, nodeOf: nodeIn })
      const traffic = once(() => scenario?.traffic ?? withSeed(follows.traffic, resource?.spec.seed))
      const callers = once(() => findCallers(mesh, traffic()))
      const diagnostics = once(() => {
        const ofText = explainText({
          parsed,
          decoded,
          resources: present,
          kept: [...keptNodes.keys()],
          inSteps,
          mesh,
          routerFor,
          admission: analysis => withoutRepeats(fromAdmission, analysis),
          ...beside,
        })
        const explained = [...ofText, ...(scenario ? analyzeSteps(parsed, scenario, inSteps, ofText) : [])]
        const ofForm = [...parsed.documents.flatMap(document => document.diagnostics), ...fromDecoding]
        return sortDiagnostics(withUnreadable(ofForm, explained), parsed)
      })
      return {
        parsed,
        readable,
        resources,
        assumed,
        refused: new Set(refused.keys()),
        kept: new Map([...kept].map(([one, earlier]) => [one, earlier.resource])),
        stored: readable ? stored : before,
        get diagnostics() {
          return diagnostics()
        },
        mesh,
        get callers() {
          return callers()
        },
        get traffic() {
          return traffic()
        },
        scenario,
        trafficFrom,
        hiddenFrom,
        configFor,
        routerFor,
      }
    },
  }
}

function isSame(a: readonly Resource[], b: readonly Resource[]): boolean {
  return a.length === b.length && a.every((resource, i) => resource === b[i])
}

/** In a text that holds Services and workloads it only matters whether the callers are among them. */
function keyOf(planned: readonly PlannedCall[], configured: readonly Resource[]): string {
  const isWhole = configured.some(({ kind }) => kind === 'Service') && configured.some(({ spec }) => 'replicas' in spec)
  return JSON.stringify(isWhole ? planned.map(({ caller }) => caller) : planned)
}

const withSeed = (traffic: Traffic, seed: number | undefined): Traffic =>
  seed === undefined || seed === traffic.seed ? traffic : { ...traffic, seed }

function follow(
  configured: readonly Resource[],
  inSteps: readonly Resource[],
  planned: readonly PlannedCall[],
  planKey: string,
  settings: Partial<MeshSettings>,
): Consequences {
  const guessed = assume(configured, planned, inSteps)
  const { assumed } = guessed
  const all = [...configured, ...assumed]
  const mesh = buildMesh(all, settings)
  const configFor = remember<EnvoyConfig>(createCompiler(mesh))
  const routerFor = remember(proxy => createRouter(configFor(proxy)))
  const hiddenFrom = remember(proxy => findHidden(mesh, proxy, configFor(proxy)))
  const trafficFrom = remember(proxy => {
    const caller = mesh.workloads.find(({ name, namespace }) => toProxyId(name, namespace) === proxy)
    const hidden = new Set(
      hiddenFrom(proxy).flatMap(({ reason, resource }) => (WHOLLY.has(reason) ? resource.key : [])),
    )
    // A gateway passes on what comes from outside; by itself it calls nobody.
    const calls = caller && !isGateway(mesh, caller)
    return calls ? assumeTrafficFrom(caller, all, hidden) : { ...guessed.traffic, clients: [] }
  })
  return {
    configured,
    inSteps,
    planKey,
    assumed,
    mesh,
    get traffic() {
      return guessed.traffic
    },
    trafficFrom,
    hiddenFrom,
    configFor,
    routerFor,
  }
}

/** Reasons for which a Service cannot be reached by its name, or a VirtualService has no say. */
const WHOLLY: ReadonlySet<HiddenReason> = new Set([
  'notExported',
  'notImported',
  'gatewayOnly',
  'hostTaken',
  'sameHost',
  'noRuleForCaller',
  'noSidecar',
])

/** Workloads to look from: those that call first. */
function findCallers(mesh: Mesh, traffic: Traffic): readonly ProxyId[] {
  const calling = traffic.clients.map(client => client.proxy)
  const others = mesh.workloads
    .filter(({ sidecar }) => sidecar)
    .map(({ name, namespace }) => toProxyId(name, namespace))
  return [...new Set([...calling, ...others])]
}

function remember<T>(make: (proxy: ProxyId) => T): (proxy: ProxyId) => T {
  const made = new Map<ProxyId, T>()
  return proxy => {
    const known = made.get(proxy)
    if (known !== undefined) return known
    const value = make(proxy)
    made.set(proxy, value)
    return value
  }
}
