import fc from 'fast-check'

const NAMES = ['alpha', 'beta'] as const
const NAMESPACES = ['default', 'other'] as const
const VERSIONS = ['v1', 'v2'] as const

const name = fc.constantFrom(...NAMES)
const namespace = fc.constantFrom(...NAMESPACES)
const version = fc.constantFrom(...VERSIONS)
const exportTo = fc.constantFrom('', '  exportTo: ["."]\n', '  exportTo: ["*"]\n', '  exportTo: [other]\n')
const hostOf = fc.oneof(
  name,
  fc.tuple(name, namespace).map(([service, where]) => `${service}.${where}.svc.cluster.local`),
  fc.constantFrom('"*.svc.cluster.local"', '"*"', 'outside.example.com', 'nobody'),
)

const service = fc
  .record({
    name,
    namespace,
    port: fc.constantFrom('name: http, port: 80', 'name: any, port: 81', 'name: tcp, port: 82'),
  })
  .map(
    s => `apiVersion: v1
kind: Service
metadata: { name: ${s.name}, namespace: ${s.namespace} }
spec:
  selector: { app: ${s.name} }
  ports: [{ ${s.port} }]
`,
  )

const deployment = fc.record({ name, namespace, version, replicas: fc.nat(2) }).map(
  d => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${d.name}-${d.version}, namespace: ${d.namespace} }
spec:
  replicas: ${String(d.replicas)}
  selector: { matchLabels: { app: ${d.name} } }
  template: { metadata: { labels: { app: ${d.name}, version: ${d.version} } } }
`,
)

const match = fc.constantFrom(
  '',
  'match: [{ uri: { prefix: /a } }]\n    ',
  'match: [{ uri: { exact: /a/b } }, { headers: { x: { regex: "a+" } } }]\n    ',
  'match: [{ method: { exact: POST }, withoutHeaders: { x: {} } }]\n    ',
  'match: [{ sourceLabels: { app: caller } }]\n    ',
  'match: [{ queryParams: { q: { exact: "1" } } }]\n    ',
)

const destination = fc
  .tuple(
    hostOf.filter(host => !host.startsWith('"')),
    fc.option(version),
  )
  .map(([host, subset]) => `destination: { host: ${host}${subset ? `, subset: ${subset}` : ''} }`)

const action = fc.oneof(
  destination.map(one => `route: [{ ${one} }]\n`),
  fc
    .tuple(destination, destination, fc.integer({ min: 1, max: 99 }))
    .map(([a, b, w]) => `route: [{ ${a}, weight: ${String(w)} }, { ${b}, weight: ${String(100 - w)} }]\n`),
  destination.map(one => `fault: { abort: { httpStatus: 500, percentage: { value: 25 } } }\n    route: [{ ${one} }]\n`),
  fc
    .tuple(destination, destination)
    .map(([a, b]) => `route: [{ ${a} }]\n    mirrors: [{ ${b}, percentage: { value: 50 } }]\n`),
  fc.constant('directResponse: { status: 418 }\n'),
  fc.constant('redirect: { uri: /elsewhere }\n'),
)

const virtualService = fc
  .record({
    namespace,
    hosts: fc.uniqueArray(hostOf, { minLength: 1, maxLength: 2 }),
    exportTo,
    rules: fc.array(fc.tuple(match, action), { minLength: 1, maxLength: 3 }),
  })
  .map(v => ({
    of: (id: string) => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: ${id}, namespace: ${v.namespace} }
spec:
  hosts: [${v.hosts.join(', ')}]
${v.exportTo}  http:
${v.rules.map(([when, what]) => `  - ${when}${what}`).join('')}`,
  }))

const destinationRule = fc
  .record({
    namespace,
    host: hostOf,
    exportTo,
    subsets: fc.uniqueArray(version, { maxLength: 2 }),
    policy: fc.constantFrom('', '  trafficPolicy: { loadBalancer: { simple: RANDOM } }\n'),
  })
  .map(d => ({
    of: (id: string) => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: ${id}, namespace: ${d.namespace} }
spec:
  host: ${d.host}
${d.exportTo}${d.policy}  subsets: [${d.subsets.map(v => `{ name: ${v}, labels: { version: ${v} } }`).join(', ')}]
`,
  }))

const sidecar = fc
  .record({ namespace, host: fc.constantFrom('./*', '*/alpha.default.svc.cluster.local', 'other/*', '~/*') })
  .map(s => ({
    of: (id: string) => `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: ${id}, namespace: ${s.namespace} }
spec:
  egress: [{ hosts: ["${s.host}"] }]
`,
  }))

const CALLER = `apiVersion: apps/v1
kind: Deployment
metadata: { name: caller }
spec:
  selector: { matchLabels: { app: caller } }
  template: { metadata: { labels: { app: caller } } }
`

/** Documents of a small mesh with one caller in `default`; no two have the same kind, namespace and name. */
export const randomMesh: fc.Arbitrary<readonly string[]> = fc
  .tuple(
    fc.uniqueArray(service, {
      minLength: 1,
      maxLength: 4,
      selector: text => /name: \w+, namespace: \w+/.exec(text)?.[0],
    }),
    fc.uniqueArray(deployment, {
      minLength: 1,
      maxLength: 4,
      selector: text => /name: [\w-]+, namespace: \w+/.exec(text)?.[0],
    }),
    fc.array(fc.oneof({ weight: 4, arbitrary: virtualService }, { weight: 3, arbitrary: destinationRule }, sidecar), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([services, deployments, rules]) => [
    CALLER,
    ...services,
    ...deployments,
    ...rules.map((rule, i) => rule.of(`rule-${String(i)}`)),
  ])

/** Requests that such meshes tell apart. */
export const randomRequest = fc.record({
  url: fc
    .tuple(
      fc.oneof(
        name,
        fc.tuple(name, namespace).map(([service, where]) => `${service}.${where}`),
      ),
      fc.constantFrom('', ':81', ':82'),
      fc.constantFrom('/', '/a', '/a/b', '/b?q=1'),
    )
    .map(([host, port, path]) => `http://${host}${port}${path}`),
  method: fc.constantFrom('GET', 'POST'),
  headers: fc.constantFrom({}, { x: 'aa' }, { host: 'outside.example.com' }),
})
