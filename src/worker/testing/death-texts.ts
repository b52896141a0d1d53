// A Service, its pods and one who calls it; and what makes their requests die.
export const istio = (kind: string, name: string, spec: string) =>
  `---\napiVersion: ${kind === 'PeerAuthentication' ? 'security' : 'networking'}.istio.io/v1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec: ${spec}\n`
export const deployment = (name: string, version = '') =>
  `---\napiVersion: apps/v1\nkind: Deployment\nmetadata: { name: ${name}${version} }\nspec: { template: { metadata: { labels: { app: ${name}, version: ${version || 'v1'} } } } }\n`
export const WEB = `apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
${deployment('web')}${deployment('client')}`
export const rules = (http: string) => istio('VirtualService', 'web', `{ hosts: [web], http: [${http}] }`)
export const to = (destination: string, more = '') => rules(`{ route: [{ destination: { ${destination} } }]${more} }`)
export const v1 = istio('DestinationRule', 'web', '{ host: web, subsets: [{ name: v1, labels: { version: v1 } }] }')
export const rule = (policy: string) => istio('DestinationRule', 'web', `{ host: web, trafficPolicy: { ${policy} } }`)
export const scenario = (client: string, workloads = '') =>
  `---\napiVersion: meshscope/v1\nkind: Scenario\nspec:\n  clients: [{ from: client, url: http://web/, ${client} }]\n  workloads: [${workloads}]\n`
