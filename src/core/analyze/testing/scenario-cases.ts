/** A Scenario's slips: what is said, at what place in the text, with what repair. */
export interface ScenarioCase {
  readonly name: string
  readonly spec: string
  readonly says: readonly string[]
  readonly at: string
  readonly fix?: string
}

const URL = 'url: http://reviews:9080/x'

export const SCENARIO_CASES: readonly ScenarioCase[] = [
  {
    name: 'a field that is none',
    spec: `  clients:\n  - { from: cart.shop, ${URL}, rates: 50/s }\n`,
    says: ['MX0301 rates is no field here'],
    at: 'rates: 50/s',
    fix: 'Use rate',
  },
  {
    name: 'a bad duration',
    spec: `  clients:\n  - { from: cart.shop, ${URL}, start: 5 }\n`,
    says: ['MX0302 start is not a duration such as 500ms, 2s or 1m30s'],
    at: 'start: 5',
  },
  {
    name: 'a bad share',
    spec: '  workloads:\n  - { name: reviews-v1, errors: 120% }\n',
    says: ['MX0302 errors is not a share from 0% to 100%'],
    at: 'errors: 120%',
  },
  {
    name: 'a bad rate',
    spec: `  clients:\n  - { from: cart.shop, ${URL}, rate: 50rps }\n`,
    says: ['MX0302 rate is not a rate such as 50/s or 300/m, up to 1000/s'],
    at: 'rate: 50rps',
  },
  {
    name: 'a way to fail that there is not',
    spec: '  workloads:\n  - { name: reviews-v1, fails: explode }\n',
    says: ['MX0302 fails is not one of reset, refused, hang, crash'],
    at: 'fails: explode',
  },
  {
    name: 'a list that is none',
    spec: '  steps: { at: 5s }\n',
    says: ['MX0302 steps is not a list'],
    at: 'steps:',
  },
  {
    name: 'a client without a URL and without a caller',
    spec: '  clients:\n  - rate: 5/s\n',
    says: ['MX0303 from or gateway is missing', 'MX0303 url is missing'],
    at: 'rate: 5/s',
  },
  {
    name: 'a step without a time and without anything to do',
    spec: '  steps:\n  - apply: []\n',
    says: ['MX0303 at is missing', 'MX0303 apply, delete, scale or restart is missing'],
    at: 'apply: []',
  },
  {
    name: 'rate and concurrency',
    spec: `  clients:\n  - { from: cart.shop, ${URL}, rate: 5/s, concurrency: 2 }\n`,
    says: ['MX0304 rate and concurrency exclude each other'],
    at: 'concurrency: 2',
    fix: 'Take concurrency out',
  },
  {
    name: 'status and fails',
    spec: '  workloads:\n  - { name: reviews-v1, fails: reset, status: 503 }\n',
    says: ['MX0304 status and fails exclude each other'],
    at: 'status: 503',
    fix: 'Take status out',
  },
  {
    name: 'to before from',
    spec: '  workloads:\n  - { name: reviews-v1, status: 503, from: 20s, to: 10s }\n',
    says: ['MX0305 to has to be more than from'],
    at: 'to: 10s',
  },
  {
    name: 'end before start',
    spec: `  clients:\n  - { from: cart.shop, ${URL}, start: 1m, end: 59s }\n`,
    says: ['MX0305 end has to be more than start'],
    at: 'end: 59s',
  },
  {
    name: 'p99 below p50',
    spec: '  workloads:\n  - { name: reviews-v1, latency: { p50: 20ms, p99: 10ms } }\n',
    says: ['MX0305 p99 has to be more than p50'],
    at: 'p99: 10ms',
  },
  {
    name: 'something that is no URL',
    spec: '  clients:\n  - { from: cart.shop, url: reviews/x }\n',
    says: ['MX0306 reviews/x cannot be called'],
    at: 'url: reviews/x',
  },
  {
    name: 'a caller one letter off',
    spec: `  clients:\n  - { from: carts.shop, ${URL} }\n`,
    says: ['MX0307 No workload is named carts.shop'],
    at: 'from: carts.shop',
    fix: 'Use cart.shop',
  },
  {
    name: 'a pod that is not there',
    spec: '  workloads:\n  - { name: reviews-v1-7, ready: false }\n',
    says: ['MX0307 No workload or pod is named reviews-v1-7'],
    at: 'name: reviews-v1-7',
  },
  {
    name: 'a document that is not there',
    spec: '  steps:\n  - { at: 5s, apply: [Service/review] }\n',
    says: ['MX0308 No document of this text is Service/review'],
    at: 'Service/review',
    fix: 'Use Service/reviews',
  },
  {
    name: 'a document as text',
    spec: '  steps:\n  - at: 5s\n    apply:\n    - |\n      kind: Service\n',
    says: ['MX0302 apply is not a document of this text, by kind and name, or one written out, as a map'],
    at: '|\n',
  },
  {
    name: 'a restart of nobody',
    spec: '  steps:\n  - { at: 5s, restart: deployment/reviews-v8 }\n',
    says: ['MX0307 No workload is named reviews-v8'],
    at: 'restart: deployment/reviews-v8',
  },
  {
    name: 'two clients of one name',
    spec: `  clients:\n  - { name: a, from: cart.shop, ${URL} }\n  - { name: a, from: cart.shop, ${URL} }\n`,
    says: ['MX0309 Two clients are named a'],
    at: 'name: a',
    fix: 'Name it a-2',
  },
  {
    name: 'a pause without callers that wait',
    spec: `  clients:\n  - { from: cart.shop, ${URL}, pause: 1s }\n`,
    says: ['MX0310 pause does nothing'],
    at: 'pause: 1s',
    fix: 'Take pause out',
  },
  {
    name: 'an entry that says nothing',
    spec: '  workloads:\n  - { name: reviews-v1, from: 5s }\n',
    says: ['MX0310 This entry does nothing'],
    at: '{ name: reviews-v1, from: 5s }',
  },
  {
    name: 'a step of a presentation that shows nothing',
    spec: '  presentation:\n  - { play: false }\n',
    says: ['MX0303 title, at or show is missing'],
    at: '{ play: false }',
  },
  {
    name: 'fields of no document',
    spec: '  presentation:\n  - { title: Here, fields: [spec.ports] }\n',
    says: ['MX0303 show is missing'],
    at: '{ title: Here',
  },
  {
    name: 'a document that cannot be shown',
    spec: '  presentation:\n  - { show: Service/review }\n',
    says: ['MX0308 No document of this text is Service/review'],
    at: 'show: Service/review',
    fix: 'Use Service/reviews',
  },
  {
    name: 'lines that are not there',
    spec: '  presentation:\n  - { show: Service/reviews, fields: [spec.ports, spec.ports.7.name] }\n',
    says: ['MX0310 spec.ports.7.name does nothing'],
    at: 'spec.ports.7.name',
    fix: 'Take it out',
  },
  {
    name: 'a second Scenario',
    spec: '  seed: 1\n---\napiVersion: meshscope/v1\nkind: Scenario\nmetadata: { name: b }\nspec: { nonsense: 1 }\n',
    says: ['MX0311 Scenario b is not played'],
    at: 'apiVersion: meshscope/v1\nkind: Scenario\nmetadata: { name: b }',
    fix: 'Take it out',
  },
]

/** Every field that there is, each with sense. */
export const GOOD_SCENARIO = `  seed: 42
  clients:
  - { name: a, from: cart.shop, ${URL}, method: POST, headers: { a: 1, b: yes }, rate: 300/m, start: 5s, end: 60s, patience: 2s }
  - { gateway: reviews-v2, concurrency: 5, pause: 100ms, count: 200, requests: [{ label: x, ${URL}, share: 20% }] }
  workloads:
  - { name: reviews-v1, latency: { p50: 20ms, p99: 300ms }, errors: 80%, status: 503, from: 10s, to: 20s }
  - { name: reviews-v1-4, latency: 20ms, errors: 0.5, fails: crash }
  - { name: cart-0.shop, ready: false }
  - { name: reviews-v1, startup: 5s, shutdown: 0 }
  steps:
  - { at: 0, apply: [Service/reviews, Deployment/cart.shop] }
  - { at: 1m30s, delete: [service/reviews.default], scale: { name: reviews-v1, replicas: 5 } }
  - { at: 1m40s, apply: { apiVersion: v1, kind: Service, metadata: { name: reviews }, spec: { ports: [{ port: 80 }] } } }
  - { at: 1m50s, restart: deployment/reviews-v1 }
  presentation:
  - { title: One, notes: Say it, at: 5s, play: false, show: Service/reviews, fields: [spec.ports, "metadata.name"] }
  - { show: Scenario/a }
  - { at: 1m }
`
