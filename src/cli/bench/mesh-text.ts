const NAMESPACES = ['web', 'shop', 'cart', 'pay', 'stock', 'users', 'search', 'mail', 'ads', 'data'] as const

/** What calls come from one service of each namespace, and how many of its own it calls besides the next namespace's. */
const CALLERS = 4
const CALLEES = 6

/**
 * A mesh of that many services in up to ten namespaces, each with a Deployment of three pods, a VirtualService and a DestinationRule;
 * a Scenario in which 4 services of each namespace call others. In each third namespace one rule asks for a subset that is not there.
 */
export function meshText(services: number): string {
  const names = NAMESPACES.slice(0, Math.max(1, Math.min(NAMESPACES.length, Math.floor(services / 5))))
  const each = Math.ceil(services / names.length)
  const documents: string[] = []
  const clients: string[] = []
  names.forEach((namespace, n) => {
    const here = Math.min(each, services - n * each)
    for (let i = 0; i < here; i++)
      documents.push(...host(namespace, `${namespace}-${String(i)}`, n % 3 === 1 && i === 1))
    for (let i = 0; i < Math.min(CALLERS, here); i++) {
      const own = Array.from({ length: CALLEES }, (_, k) => i * CALLEES + k + 1).filter(k => k < here && k !== i)
      const urls = own.map(k => `${namespace}-${String(k)}.${namespace}`)
      const next = names[n + 1]
      if (next !== undefined) urls.push(`${next}-${String(i % Math.max(1, here))}.${next}`)
      for (const url of urls)
        clients.push(
          `  - { name: ${namespace}-${String(i)} to ${url}, from: ${namespace}-${String(i)}.${namespace}, url: "http://${url}:80/", rate: 10/s }`,
        )
    }
  })
  const scenario = `apiVersion: meshscope/v1
kind: Scenario
metadata: { name: mesh }
spec:
  clients:
${clients.join('\n')}
`
  return [...documents, scenario].join('---\n')
}

function host(namespace: string, name: string, broken: boolean): readonly string[] {
  const metadata = `metadata: { name: ${name}, namespace: ${namespace} }`
  const labels = `{ app: ${name}, version: v1 }`
  return [
    `apiVersion: v1
kind: Service
${metadata}
spec: { selector: { app: ${name} }, ports: [{ name: http, port: 80 }] }
`,
    `apiVersion: apps/v1
kind: Deployment
${metadata}
spec:
  replicas: 3
  selector: { matchLabels: ${labels} }
  template: { metadata: { labels: ${labels} } }
`,
    `apiVersion: networking.istio.io/v1
kind: VirtualService
${metadata}
spec:
  hosts: [${name}]
  http:
  - route:
    - { destination: { host: ${name}, subset: v1 }, weight: 70 }
    - { destination: { host: ${name}, subset: ${broken ? 'v2' : 'v1'} }, weight: 30 }
`,
    `apiVersion: networking.istio.io/v1
kind: DestinationRule
${metadata}
spec: { host: ${name}, subsets: [{ name: v1, labels: { version: v1 } }] }
`,
  ]
}
