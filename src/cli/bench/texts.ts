const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: reviews }
spec:
  clusterIP: 10.96.0.11
  selector: { app: reviews }
  ports: [{ name: http, port: 9080 }]
`

const RULES = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: reviews }
spec:
  host: reviews
  subsets:
  - { name: v1, labels: { version: v1 } }
  - { name: v2, labels: { version: v2 } }
`

function deployment(app: string, version: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${app}-${version} }
spec:
  replicas: 2
  selector: { matchLabels: { app: ${app}, version: ${version} } }
  template:
    metadata: { labels: { app: ${app}, version: ${version} } }
`
}

function virtualService(name: string, http: string): string {
  return `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: ${name} }
spec:
  hosts: [${name}]
  http:
${http}`
}

const split = (v1: number): string => `  - route:
    - destination: { host: reviews, subset: v1 }
      weight: ${String(v1)}
    - destination: { host: reviews, subset: v2 }
      weight: ${String(100 - v1)}
`

function join(documents: readonly string[]): string {
  return documents.join('---\n')
}

function reviewsWith(http: string): string {
  return join([
    SERVICE,
    deployment('reviews', 'v1'),
    deployment('reviews', 'v2'),
    virtualService('reviews', http),
    RULES,
  ])
}

/** Two versions, 90 to 10 unless said otherwise. */
export function canary(v1 = 90): string {
  return reviewsWith(split(v1))
}

/** The VirtualService and the DestinationRule of the canary. */
export function twoDocuments(v1: number): string {
  const rules = canary(v1)
    .split(/^---\n/m)
    .filter(document => /kind: (VirtualService|DestinationRule)/.test(document))
  return rules.join('---\n')
}

/** Two tries more on every 5xx, and a pod that fails three times in a row is out for two seconds. */
export function retries(): string {
  const outliers = `  trafficPolicy:
    outlierDetection: { consecutive5xxErrors: 3, interval: 1s, baseEjectionTime: 2s, maxEjectionPercent: 50 }
`
  return (
    reviewsWith('  - { route: [{ destination: { host: reviews } }], retries: { attempts: 2, retryOn: 5xx } }\n') +
    outliers
  )
}

/** That many rules; a request for `/path-N/x` reaches the N-th, counted from 1. */
export function manyRules(count: number): string {
  const rules = Array.from(
    { length: count },
    (_, i) => `  - match: [{ uri: { prefix: /path-${String(i + 1)}/ } }]
    route: [{ destination: { host: reviews, subset: v1 } }]
`,
  )
  return reviewsWith(rules.join(''))
}

/** That many Services on one port, each with a VirtualService of its own: `service-1` to `service-N`. */
export function manyHosts(count: number): string {
  const names = Array.from({ length: count }, (_, i) => `service-${String(i + 1)}`)
  return join(
    names.flatMap(name => [
      SERVICE.replace('reviews', name).replace('10.96.0.11', address(name)).replace('app: reviews', `app: ${name}`),
      deployment(name, 'v1'),
      virtualService(name, `  - route: [{ destination: { host: ${name} } }]\n`),
    ]),
  )
}

/** That many documents: Services, Deployments and both kinds of rules, four a host; the last one splits by `v1`. */
export function manyDocuments(count: number, v1: number): string {
  const hosts = Array.from({ length: Math.floor(count / 4) - 1 }, (_, i) => `service-${String(i + 1)}`)
  return join([
    ...hosts.flatMap(name => [
      SERVICE.replace('reviews', name).replace('10.96.0.11', address(name)).replace('app: reviews', `app: ${name}`),
      deployment(name, 'v1'),
      virtualService(name, `  - route: [{ destination: { host: ${name}, subset: v1 } }]\n`),
      RULES.replaceAll('reviews', name),
    ]),
    canary(v1),
  ])
}

function address(name: string): string {
  const n = Number(name.replace('service-', ''))
  return `10.97.${String(Math.floor(n / 250))}.${String((n % 250) + 1)}`
}
