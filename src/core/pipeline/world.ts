import type { Stored } from '../admission/index.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { ProxyId } from '../base/ids.ts'
import type { HiddenResource } from '../compile/index.ts'
import type { EnvoyConfig } from '../envoy/index.ts'
import type { Mesh } from '../mesh/index.ts'
import type { Resource } from '../resources/index.ts'
import type { Router } from '../route/index.ts'
import type { Traffic } from '../simulate/index.ts'
import type { ParsedText } from '../yaml/index.ts'
import type { PlayedScenario } from './played-scenario.ts'

/** Everything that one text means. Immutable; the next text gives the next world. */
export interface World {
  readonly parsed: ParsedText
  /** False while a document has a syntax error: then keep showing the last readable world. */
  readonly readable: boolean
  /** What the text holds, refused ones included. */
  readonly resources: readonly Resource[]
  /** What was assumed beside it (Services, workloads, callers). */
  readonly assumed: readonly Resource[]
  /** Resources that the API server or istiod would refuse; as they are they take no part. */
  readonly refused: ReadonlySet<Resource>
  /** Of these, the version that the cluster had before and goes on with; its origin is in no document of the text. */
  readonly kept: ReadonlyMap<Resource, Resource>
  /** What the cluster has now, for the next text. */
  readonly stored: Stored
  /** All that was found wrong, worked out when first asked for. */
  readonly diagnostics: readonly Diagnostic[]
  readonly mesh: Mesh
  /** Workloads that may be looked from, callers of the assumed traffic first. */
  readonly callers: readonly ProxyId[]
  /** What the text's Scenario makes of it; undefined where there is none. */
  readonly scenario?: PlayedScenario | undefined
  /** The Scenario's traffic; assumed where it names no client. */
  readonly traffic: Traffic
  /** Traffic assumed for a workload that takes no part in `traffic`: it calls what it can reach. */
  readonly trafficFrom: (proxy: ProxyId) => Traffic
  /** What a caller can not see, and why; worked out when first asked for. */
  readonly hiddenFrom: (proxy: ProxyId) => readonly HiddenResource[]
  /** The proxy's configuration, compiled when first asked for. */
  readonly configFor: (proxy: ProxyId) => EnvoyConfig
  /** The same, made ready to route. */
  readonly routerFor: (proxy: ProxyId) => Router
}
