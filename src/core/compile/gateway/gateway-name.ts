/**
 * A gateway's name as a resource of `namespace` means it: `ns/name`; `mesh` stays. The older `name.ns.svc…` is understood
 * too. Istio, resolveGatewayName [A3].
 */
export function resolveGatewayName(name: string, namespace: string): string {
  if (name === 'mesh') return name
  const slash = name.indexOf('/')
  if (slash >= 0) return name.startsWith('./') ? `${namespace}/${name.slice(2)}` : name
  const [first = '', second] = name.split('.')
  return second === undefined ? `${namespace}/${name}` : `${second}/${first}`
}
