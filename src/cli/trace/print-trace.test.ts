import { expect, test } from 'vitest'
import { createPipeline } from '../../core/pipeline/index.ts'
import { createSeededChance, parseRequest } from '../../core/route/index.ts'
import { parseCaller } from '../caller.ts'
import { assumeDialledPort } from './assume-port.ts'
import { printTrace, traceToJson } from './print-trace.ts'
import { joinSources } from './sources.ts'

const SERVICES = `apiVersion: v1
kind: Service
metadata: { name: reviews }
spec:
  selector: { app: reviews }
  ports: [{ name: http, port: 9080 }]
`
const RULES = `# the rules
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews }
spec:
  hosts: [reviews]
  http:
  - name: jason
    match:
    - headers: { end-user: { exact: jason } }
    route:
    - destination: { host: reviews }
  - route:
    - destination: { host: reviews, subset: v9 }
`

function explain() {
  const sources = joinSources([
    { name: 'services.yaml', text: SERVICES },
    { name: 'rules.yaml', text: RULES },
  ])
  const world = createPipeline().run(sources.text)
  const request = parseRequest({ url: 'http://reviews:9080/x' })
  if ('error' in request) throw new Error(request.error)
  const router = world.routerFor(parseCaller('sleep'))
  const explained = { from: 'sleep.default', request, ...router.explain(request, createSeededChance(1)) }
  return { explained, placeOf: sources.placeOf.bind(undefined, world.parsed) }
}

test('every step stands beside the file and line of its YAML', () => {
  const { explained, placeOf } = explain()
  const lines = printTrace(explained, placeOf).split('\n')
  expect(lines[0]).toBe('GET http://reviews:9080/x from sleep.default')
  expect(lines).toContain('rules.yaml:8     Rule 1, jason: skipped: header end-user is absent, exact jason wanted')
  expect(lines).toContain('rules.yaml:13    Rule 2: matched: it has no conditions')
  expect(lines.find(line => line.includes('resolves'))).toMatch(/^services\.yaml:1 /)
  expect(lines.at(-2)).toMatch(/^rules\.yaml:14 +Answered 503, flag NC: by the sidecar itself\./)
})

test('the object form has the decision and the same steps', () => {
  const { explained, placeOf } = explain()
  expect(traceToJson(explained, placeOf)).toMatchObject({
    decision: { status: 503, flags: 'NC', route: 'rule 2', pod: null },
    steps: explained.trace.map(({ kind }) => ({ kind })),
  })
})

test('a Service that is assumed gets the port that the URL asks for', () => {
  const sources = joinSources([{ name: 'rules.yaml', text: RULES }])
  const request = parseRequest({ url: 'http://reviews:9080/x', headers: { 'end-user': 'jason' } })
  if ('error' in request) throw new Error(request.error)
  const text = assumeDialledPort(createPipeline().run(sources.text), request)
  const world = createPipeline().run(sources.withAssumed(text ?? ''))
  const { decision, trace } = world.routerFor(parseCaller('sleep')).explain(request, createSeededChance(1))
  expect(decision).toMatchObject({ status: 200, cluster: 'outbound|9080||reviews.default.svc.cluster.local' })
  const places = trace.flatMap(({ kind, origin }) => (origin ? [[kind, sources.placeOf(world.parsed, origin)]] : []))
  expect(places).toContainEqual(['dns', 'assumed'])
  expect(places).toContainEqual(['route-matched', 'rules.yaml:8'])
  expect(assumeDialledPort(world, request)).toBeUndefined()
})
