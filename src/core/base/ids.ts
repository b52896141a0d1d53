declare const brand: unique symbol
type Brand<T, Name extends string> = T & { readonly [brand]: Name }

/** A document's identity while its text is unchanged. Assumed documents have negative ids. */
export type DocumentId = Brand<number, 'DocumentId'>
/** `VirtualService default/reviews`. */
export type ResourceKey = Brand<string, 'ResourceKey'>
/** A fully qualified host, lower case: `reviews.default.svc.cluster.local`. */
export type Hostname = Brand<string, 'Hostname'>
/** `outbound|9080|v1|reviews.default.svc.cluster.local`. */
export type ClusterName = Brand<string, 'ClusterName'>
/** A caller: `sleep.default` (workload.namespace). */
export type ProxyId = Brand<string, 'ProxyId'>

export const toDocumentId = (value: number): DocumentId => value as DocumentId
export const toHostname = (value: string): Hostname => value.toLowerCase() as Hostname
export const toResourceKey = (kind: string, namespace: string, name: string): ResourceKey =>
  `${kind} ${namespace}/${name}` as ResourceKey
export const toProxyId = (workload: string, namespace: string): ProxyId => `${workload}.${namespace}` as ProxyId
