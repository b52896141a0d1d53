import type { Origin } from '../../core/base/origin.ts'

export type ProxySection = 'listeners' | 'routes' | 'clusters' | 'endpoints'

export const PROXY_SECTIONS: readonly ProxySection[] = ['listeners', 'routes', 'clusters', 'endpoints']

/** One line of `istioctl proxy-config`. */
export interface ProxyRow {
  /** Unique in its table; the same while its configuration is. */
  readonly id: string
  /** One for each column, in istioctl's words. */
  readonly cells: readonly string[]
  /** The YAML behind it, the nearest first. */
  readonly origins: readonly Origin[]
}

/** Columns as `istioctl proxy-config` heads them, `--verbose` where that is the default. */
export const PROXY_COLUMNS: Readonly<Record<ProxySection, readonly string[]>> = {
  listeners: ['ADDRESSES', 'PORT', 'MATCH', 'DESTINATION'],
  routes: ['NAME', 'VHOST NAME', 'DOMAINS', 'MATCH', 'VIRTUAL SERVICE'],
  clusters: ['SERVICE FQDN', 'PORT', 'SUBSET', 'DIRECTION', 'TYPE', 'DESTINATION RULE'],
  endpoints: ['ENDPOINT', 'STATUS', 'OUTLIER CHECK', 'CLUSTER'],
}

/** The YAML that is there, without repeats. */
export const originsOf = (...origins: readonly (Origin | undefined)[]): readonly Origin[] => [
  ...new Set(origins.filter(origin => origin !== undefined)),
]

/** Bytewise, as Go compares strings. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
