import type { ProxyId } from '../base/ids.ts'
import type { EnvoyConfig } from '../envoy/index.ts'
import type { Mesh } from '../mesh/index.ts'
import type { Resource } from '../resources/index.ts'
import type { ParsedText } from '../yaml/index.ts'

export interface AnalyzeInput {
  readonly parsed: ParsedText
  /** Those that take part: admitted ones and assumed ones. */
  readonly resources: readonly Resource[]
  readonly mesh: Mesh
  /** Workloads that may be looked from. */
  readonly callers: readonly ProxyId[]
  configFor(proxy: ProxyId): EnvoyConfig
}
