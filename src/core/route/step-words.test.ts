import { expect, test } from 'vitest'
import { createPipeline } from '../pipeline/index.ts'
import { toProxyId } from '../base/ids.ts'
import { lineOf, rangeOf } from '../yaml/index.ts'
import { accessLogLine, createRouter, createSeededChance, parseRequest, stepWords } from './index.ts'
import type { PodAnswers, RequestInput } from './index.ts'

const SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: reviews
spec:
  clusterIP: 10.96.0.11
  selector: { app: reviews }
  ports: [{ name: http, port: 9080 }]
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: reviews-v1
spec:
  template:
    metadata: { labels: { app: reviews, version: v1 } }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: reviews
spec:
  host: reviews
  subsets:
  - name: v1
    labels: { version: v1 }
  - name: v9
    labels: { version: v9 }
---
`

/** Its first line is line 30 of the whole, its first rule starts on line 38. */
const virtualService = (rules: string): string => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: reviews
spec:
  hosts:
  - reviews
  http:
${rules}`

function explain(text: string, input: Partial<RequestInput> = {}) {
  const world = createPipeline().run(text)
  const request = parseRequest({ url: 'http://reviews:9080/x', ...input })
  if ('error' in request) throw new Error(request.error)
  const { decision, trace } = world.routerFor(toProxyId('sleep', 'default')).explain(request, createSeededChance(1))
  return { world, request, decision, trace }
}

/** `line 12 [mark] title (code): detail`, from the virtual host on. */
function wordsOf(text: string, input: Partial<RequestInput> = {}): readonly string[] {
  const { world, trace } = explain(text, input)
  return trace.map(step => {
    const { mark, title, code, detail } = stepWords(step)
    const range = step.origin && rangeOf(world.parsed, step.origin)
    const place = range ? String(lineOf(text, range.start)) : '-'
    return `${place} ${mark} ${title}${code === undefined ? '' : ` (${code})`}${detail === '' ? '' : `: ${detail}`}`
  })
}

const START = ['1 dot reviews resolves: to 10.96.0.11', '8 dot Listener 0.0.0.0:9080: outbound, from sleep']
const HOST = '35 dot Virtual host for reviews:9080: from VirtualService reviews, domain reviews'

test('a subset that nobody defines, drawn by a rule behind one that is skipped', () => {
  const text =
    SERVICE +
    virtualService(`  - name: test-users
    match:
    - headers: { end-user: { exact: jason } }
    route:
    - destination: { host: reviews, subset: v1 }
  - name: canary
    route:
    - destination:
        host: reviews
        subset: v1
      weight: 0
    - destination:
        host: reviews
        subset: v1
      weight: 40
    - destination:
        host: reviews
        subset: v3
      weight: 60
  - match:
    - uri: { prefix: /preview }
    route:
    - destination: { host: reviews }
`)
  expect(wordsOf(text)).toEqual([
    ...START,
    HOST,
    '38 skipped Rule 1, test-users: skipped: header end-user is absent, exact jason wanted',
    '43 matched Rule 2, canary: matched: it has no conditions',
    '56 dot Draw 0.627, so v3: v1 40 %, v3 60 %',
    '55 lost Cluster not found (outbound|9080|v3|reviews.default.svc.cluster.local): no DestinationRule that this caller looks up defines subset v3',
    '53 lost Answered 503, flag NC: by the sidecar itself. No pod saw it, nothing to retry.',
    '57 never Rule 3: never reached: rule 2 ended the list',
  ])
})

test('a rule for other callers is told where it stands', () => {
  const text =
    SERVICE +
    virtualService(`  - match:
    - sourceLabels: { app: other }
    route:
    - destination: { host: reviews, subset: v1 }
  - match:
    - uri: { exact: /a }
    - uri: { exact: /x }
    route:
    - destination: { host: reviews, subset: v1 }
`)
  expect(wordsOf(text).slice(3, 6)).toEqual([
    '38 skipped Rule 1: skipped: it is for other callers, gateways or ports, so this sidecar does not get it',
    '42 skipped Rule 2: skipped: path /x is not /a',
    '44 matched Rule 2, match 2: matched: path /x is /x',
  ])
})

const to = (destination: string, more = ''): string =>
  SERVICE + virtualService(`  - route:\n    - destination: { host: ${destination} }\n${more}`)
const MATCHED = '38 matched Rule 1: matched: it has no conditions'

test.each([
  [
    'a pod answers',
    to('reviews, subset: v1'),
    [
      '39 dot Subset v1 of reviews (outbound|9080|v1|reviews.default.svc.cluster.local): a DestinationRule defines this subset',
      '25 dot 1 of 1 pod can answer: its only pod is ready',
      '10 dot Pod reviews-v1-0: of reviews-v1, at 10.1.0.2:9080',
      '10 answered Answered 200: by reviews-v1-0',
    ],
  ],
  [
    'labels that select no pod',
    to('reviews, subset: v9'),
    [
      '39 dot Subset v9 of reviews (outbound|9080|v9|reviews.default.svc.cluster.local): a DestinationRule defines this subset',
      '27 lost No pod can answer: 0 of 1 pods of reviews match version=v9',
      '39 lost Answered 503, flag UH: by the sidecar itself. No pod could take it.',
    ],
  ],
  [
    'a host that is no Service',
    to('nobody.example.com'),
    [
      '39 lost Cluster not found (outbound|9080||nobody.example.com): no Service has host nobody.example.com',
      '39 lost Answered 503, flag NC: by the sidecar itself. No pod saw it, nothing to retry.',
    ],
  ],
  [
    'a port that the Service has not',
    to('reviews, port: { number: 1 }'),
    [
      '39 lost Cluster not found (outbound|1||reviews.default.svc.cluster.local): Service reviews has no port 1',
      '39 lost Answered 503, flag NC: by the sidecar itself. No pod saw it, nothing to retry.',
    ],
  ],
  [
    'a fault',
    to(
      'reviews',
      '    fault: { delay: { percentage: { value: 100 }, fixedDelay: 2s }, abort: { percentage: { value: 100 }, httpStatus: 418 } }\n',
    ),
    [
      '40 dot Waits 2 s: the rule’s fault delays it, before anything else',
      '39 lost Answered 418, flag DI,FI: by the sidecar itself. The rule’s fault asks for it. No pod saw it.',
    ],
  ],
  [
    'a mirror',
    to('reviews, subset: v1', '    mirror: { host: reviews, subset: v9 }\n'),
    [
      '39 dot Subset v1 of reviews (outbound|9080|v1|reviews.default.svc.cluster.local): a DestinationRule defines this subset',
      '25 dot 1 of 1 pod can answer: its only pod is ready',
      '10 dot Pod reviews-v1-0: of reviews-v1, at 10.1.0.2:9080',
      '40 dot Copy dropped: the copy is dropped: no healthy pod',
      '10 answered Answered 200: by reviews-v1-0',
    ],
  ],
  [
    'a direct response',
    SERVICE + virtualService('  - directResponse: { status: 204 }\n'),
    ['38 answered Answered 204: by the sidecar itself. The rule gives the answer. No pod saw it.'],
  ],
  [
    'a redirect',
    SERVICE + virtualService('  - redirect: { uri: /new }\n'),
    ['38 answered Answered 301: by the sidecar itself. The rule sends it on to http://reviews:9080/new.'],
  ],
])('%s', (_, text, rest) => {
  expect(wordsOf(text)).toEqual([...START, HOST, MATCHED, ...rest])
})

test('no rule matches', () => {
  const text =
    SERVICE + virtualService('  - match: [{ uri: { exact: /y } }]\n    route: [{ destination: { host: reviews } }]\n')
  expect(wordsOf(text).slice(2)).toEqual([
    HOST,
    '38 skipped Rule 1: skipped: path /x is not /y',
    '37 lost No rule matches: all were tried, and no default stands behind them',
    '30 lost Answered 404, flag NR: by the sidecar itself. No rule matched /x, so no pod saw it.',
  ])
})

test('the Service’s own route, and hosts that nobody knows', () => {
  expect(wordsOf(SERVICE).slice(2, 5)).toEqual([
    '4 dot Virtual host for reviews:9080: the Service’s own, domain reviews',
    '8 matched The Service’s own route: matched: it has no conditions',
    '1 dot All pods of reviews (outbound|9080||reviews.default.svc.cluster.local): no subset is asked for',
  ])
  expect(wordsOf(SERVICE, { url: 'http://nobody:9080/' })).toEqual([
    '- lost nobody does not resolve: no Service that the caller can look up has this name',
    '- lost No answer: nobody does not resolve',
  ])
  expect(wordsOf(SERVICE, { headers: { host: 'else' } }).slice(2, 5)).toEqual([
    '- dot Virtual host for else: this proxy is told of no Service and no VirtualService of this host, so domain * takes it',
    '- matched The route for unknown hosts: matched: it has no conditions',
    '- dot Passes through (PassthroughCluster): to the address that was dialled',
  ])
})

const NOWHERE = { documentId: '' as never, path: [] }

/** Line 1 is the Service's, line 30 the VirtualService's; a mean back-off of 25 ms base is 12.5, then 25. */
test('every further try says why the one before failed, how long it waits and where it goes', () => {
  const text =
    SERVICE.replace('spec:\n  template:', 'spec:\n  replicas: 3\n  template:') +
    virtualService('  - retries: { attempts: 2, retryOn: 5xx }\n    route: [{ destination: { host: reviews } }]\n')
  const world = createPipeline().run(text)
  const request = parseRequest({ url: 'http://reviews:9080/x' })
  if ('error' in request) throw new Error(request.error)
  const tries = (answers: readonly (number | 'reset')[]) => {
    const pods: PodAnswers = (_, __, attempt) => ({ status: answers[attempt - 1] ?? 200, latencyMs: 0 })
    const router = createRouter(world.configFor(toProxyId('sleep', 'default')), pods)
    const { trace } = router.explain(request, createSeededChance(1))
    const words = trace.map(step => ({ step, ...stepWords(step) }))
    return words.filter(({ step }) => ['endpoints', 'endpoint', 'retry', 'answer'].includes(step.kind))
  }
  const pod = (words: { readonly title: string } | undefined) => words?.title.replace('Pod ', '') ?? ''
  const [count, first, second, there, third, last, answer] = tries([503, 'reset', 200])
  expect(count?.title).toBe('3 of 3 pods can answer')
  expect([second?.title, second?.detail]).toEqual([
    'Try 2 of up to 3',
    `try 1 failed: pod ${pod(first)} answered 503; waits 12.5 ms on average before it`,
  ])
  expect([third?.title, third?.detail]).toEqual([
    'Try 3 of up to 3',
    `try 2 failed: pod ${pod(there)} closed the connection; waits 25 ms on average before it`,
  ])
  expect(new Set([pod(first), pod(there), pod(last)])).toEqual(new Set([0, 1, 2].map(i => `reviews-v1-${String(i)}`)))
  expect(answer?.detail).toBe(`by ${pod(last)}, on try 3`)
  expect(lineOf(text, rangeOf(world.parsed, second?.step.origin ?? NOWHERE)?.start ?? 0)).toBe(39)
  expect(tries([503, 503, 503]).at(-1)).toMatchObject({ title: 'Answered 503, flag URX' })
  expect(tries([404]).map(({ step }) => step.kind)).toEqual(['endpoints', 'endpoint', 'answer'])
})

test('the access log says what Istio’s default format would, as far as it is known', () => {
  const lineFor = (text: string, input?: Partial<RequestInput>) => {
    const { request, decision, trace } = explain(text, input)
    return accessLogLine(request, decision, trace, 19860)
  }
  expect(lineFor(to('reviews, subset: v3'))).toBe(
    '[19.860 s] "GET /x HTTP/1.1" 503 NC cluster_not_found - "-" 0 0 0 - "-" "-" "-" "reviews:9080" "-" - - 10.96.0.11:9080 - - -',
  )
  expect(lineFor(to('reviews, subset: v1'), { headers: { 'user-agent': 'curl/8' } })).toBe(
    '[19.860 s] "GET /x HTTP/1.1" 200 - via_upstream - "-" 0 - - - "-" "curl/8" "-" "reviews:9080" "10.1.0.2:9080" outbound|9080|v1|reviews.default.svc.cluster.local - 10.96.0.11:9080 - - -',
  )
  expect(lineFor(SERVICE, { url: 'http://nobody/' })).toBeUndefined()
})
