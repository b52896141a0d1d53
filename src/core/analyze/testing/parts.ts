/** Parts of texts for tests, each a document. */
const istio = (kind: string, name: string, spec: string, namespace = 'default'): string =>
  `---\napiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata: { name: ${name}, namespace: ${namespace} }\nspec: ${spec}\n`

export const service = (name: string, namespace = 'default', annotations = '{}'): string =>
  `---\napiVersion: v1\nkind: Service\nmetadata: { name: ${name}, namespace: ${namespace}, annotations: ${annotations} }\nspec: { selector: { app: ${name} }, ports: [{ name: http, port: 80 }] }\n`

export const pods = (app: string, replicas = 1, namespace = 'default', version = 'v1'): string =>
  `---\napiVersion: apps/v1\nkind: Deployment\nmetadata: { name: ${version === 'v1' ? app : `${app}-${version}`}, namespace: ${namespace} }\nspec:\n  replicas: ${String(replicas)}\n  selector: { matchLabels: { app: ${app}, version: ${version} } }\n  template: { metadata: { labels: { app: ${app}, version: ${version} } } }\n`

export const rules = (host: string, http: string, more = '', namespace = 'default'): string =>
  istio('VirtualService', host, `{ hosts: [${host}], http: [${http}]${more} }`, namespace)

export const destinationRule = (host: string, fields: string, namespace = 'default'): string =>
  istio('DestinationRule', host, `{ host: ${host}, ${fields} }`, namespace)

export const scenario = (...clients: readonly string[]): string =>
  `---\napiVersion: meshscope/v1\nkind: Scenario\nmetadata: { name: play }\nspec: { clients: [${clients.join(', ')}] }\n`

/** A rule to a host, with what else it has. */
export const to = (host: string, more = ''): string => `{ route: [{ destination: { host: ${host} } }]${more} }`
