/** A small world in parts: reviews in two versions, a cart in another namespace, rules between them. */

export const SERVICES = `
apiVersion: v1
kind: Service
metadata: { name: reviews }
spec: { selector: { app: reviews }, ports: [{ name: http, port: 9080 }] }
---
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { selector: { app: cart }, ports: [{ name: http, port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { selector: { matchLabels: { app: cart } }, template: { metadata: { labels: { app: cart } } } }
`
export const pods = (version: string, replicas = 1) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: reviews-${version} }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: reviews, version: ${version} } }
  template: { metadata: { labels: { app: reviews, version: ${version} } } }
`
export const routes = (http: string, name = 'reviews', hosts = '[reviews]') => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: ${name}
spec:
  hosts: ${hosts}
  http:
${http}`
export const rule = (spec: string, namespace = 'default') => `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: reviews, namespace: ${namespace} }
spec:
  host: reviews
${spec}`
export const GATEWAY = `---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: infra }
spec:
  selector: { istio: ingressgateway }
  servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [shop.example.com] }]
`
export const ALIAS = `---
apiVersion: v1
kind: Service
metadata: { name: billing }
spec: { type: ExternalName, externalName: billing.example.com, ports: [{ name: http, port: 80 }] }
`
export const ENTRY = `---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: billing }
spec:
  hosts: [billing.example.com]
  resolution: STATIC
  ports: [{ name: http, number: 80, protocol: HTTP }]
  endpoints: [{ address: 192.0.2.1 }]
`
export const CLUSTER = SERVICES + pods('v1') + pods('v2')
export const PLAIN = `  - route:
    - destination:
        host: reviews
`
export const to = (subset: string) => `${PLAIN}        subset: ${subset} # why
`
export const V1 = `  subsets: # versions
  - name: v1
    labels: { version: v1 }
`
export const when = (match: string, rest = PLAIN) => `  - match: [${match}]\n${rest.replace('  - ', '    ')}`

export const scenario = (spec: string) =>
  `---\napiVersion: meshscope/v1\nkind: Scenario\nmetadata: { name: a }\nspec:\n${spec}`
