import { describe, expect, test } from 'vitest'
import { toProxyId } from '../../base/ids.ts'
import { applyEdits } from '../../base/text-range.ts'
import { createPipeline } from '../../pipeline/index.ts'
import type { World } from '../../pipeline/index.ts'
import { createRouter, enumerateOutcomes, parseRequest } from '../../route/index.ts'
import { rangeOf } from '../../yaml/index.ts'

const CLUSTER = `apiVersion: v1
kind: Service
metadata: { name: reviews }
spec: { selector: { app: reviews }, ports: [{ name: http, port: 9080 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: sleep }
spec: { selector: { matchLabels: { app: sleep } }, template: { metadata: { labels: { app: sleep } } } }
`
const pods = (name: string, labels = '') => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: reviews-${name} }
spec:
  selector: { matchLabels: { app: reviews, version: ${name} } }
  template: { metadata: { labels: { app: reviews, version: ${name}${labels} } } }
`
const rule = (policy: string, more = '') => `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: reviews }
spec:
  host: reviews
  trafficPolicy: ${policy}
${more}`
const peers = (spec: string, name = 'peers') => `---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: ${name} }
spec: ${spec}
`
const OUTSIDE = ', sidecar.istio.io/inject: "false"'

const problemsOf = (world: World) => world.diagnostics.filter(({ code }) => code === 'MX0111')

/** How many of a request's possible ends are broken connections, of all that there are. */
function losses(world: World, url = 'http://reviews:9080/'): readonly [lost: number, all: number] {
  const request = parseRequest({ url, method: 'GET', headers: {} })
  if ('error' in request) throw new Error(request.error)
  const outcomes = enumerateOutcomes(createRouter(world.configFor(toProxyId('sleep', 'default'))), request)
  const lost = outcomes.filter(({ decision }) => /TLS_error|connection_termination/.test(decision.details))
  return [lost.length, outcomes.length]
}

interface Case {
  readonly name: string
  readonly text: string
  readonly title: string
  /** Of its detail. */
  readonly says: string
  readonly at: string
  readonly fix?: string
}

const BAD: readonly Case[] = [
  {
    name: 'plain text to pods that are STRICT',
    text: CLUSTER + pods('v1') + peers('{ mtls: { mode: STRICT } }') + rule('{ tls: { mode: DISABLE } }'),
    title: 'Callers of reviews speak plain text, its pods take mTLS only',
    says: 'as PeerAuthentication peers says; callers speak plain text, as the DestinationRule’s tls asks. Requests there are answered 503 UC',
    at: 'mode: DISABLE',
    fix: 'Use ISTIO_MUTUAL',
  },
  {
    name: 'mTLS to pods without a sidecar',
    text: CLUSTER + pods('v1', OUTSIDE) + rule('{ tls: { mode: ISTIO_MUTUAL } }'),
    title: 'Callers of reviews speak mTLS, its pods take plain text',
    says: 'as no sidecar is there; callers speak mTLS, as the DestinationRule’s tls asks. Requests there are answered 503 UF',
    at: 'mode: ISTIO_MUTUAL',
    fix: 'Use DISABLE',
  },
  {
    name: 'mTLS to pods that switched it off',
    text: CLUSTER + pods('v1') + peers('{ mtls: { mode: DISABLE } }') + rule('{ tls: { mode: ISTIO_MUTUAL } }'),
    title: 'Callers of reviews speak mTLS, its pods take plain text',
    says: 'as PeerAuthentication peers says',
    at: 'mode: ISTIO_MUTUAL',
    fix: 'Use DISABLE',
  },
  {
    name: 'TLS of the caller’s own to an application that has none',
    text: CLUSTER + pods('v1') + rule('{ tls: { mode: SIMPLE } }'),
    title: 'Callers of reviews speak TLS, its pods serve no TLS of their own',
    says: 'only ports named https or tls are taken to serve it',
    at: 'mode: SIMPLE',
    fix: 'Use ISTIO_MUTUAL',
  },
  {
    name: 'nothing is repaired where `tls` says more than its mode',
    text: CLUSTER + pods('v1') + rule('{ tls: { mode: SIMPLE, sni: reviews } }'),
    title: 'Callers of reviews speak TLS, its pods serve no TLS of their own',
    says: 'callers speak TLS',
    at: 'mode: SIMPLE',
  },
  {
    name: 'some pods only: no mode suits all',
    text:
      CLUSTER +
      pods('v1') +
      pods('v2', OUTSIDE) +
      peers('{ mtls: { mode: STRICT } }') +
      rule('{ tls: { mode: ISTIO_MUTUAL } }'),
    title: 'Callers of reviews speak mTLS, its pods take plain text',
    says: '1 of its 2 ready pods take plain text only',
    at: 'mode: ISTIO_MUTUAL',
  },
  {
    name: 'the entry of a port',
    text:
      CLUSTER +
      pods('v1') +
      peers('{ mtls: { mode: STRICT } }') +
      rule('{ portLevelSettings: [{ port: { number: 9080 }, tls: { mode: DISABLE } }] }'),
    title: 'Callers of reviews speak plain text, its pods take mTLS only',
    says: '503 UC',
    at: 'mode: DISABLE',
    fix: 'Use ISTIO_MUTUAL',
  },
  {
    name: 'a subset’s own tls',
    text:
      CLUSTER +
      pods('v1') +
      peers('{ mtls: { mode: STRICT } }') +
      rule(
        '{ tls: { mode: ISTIO_MUTUAL } }',
        '  subsets: [{ name: v1, labels: { version: v1 }, trafficPolicy: { tls: { mode: DISABLE } } }]\n',
      ),
    title: 'Callers of reviews speak plain text, its pods take mTLS only',
    says: '503 UC',
    at: 'mode: DISABLE',
    fix: 'Use ISTIO_MUTUAL',
  },
  {
    name: 'a namespace that switched mTLS off, and one workload that insists',
    text:
      CLUSTER +
      pods('v1') +
      peers('{ mtls: { mode: DISABLE } }') +
      peers('{ selector: { matchLabels: { app: reviews } }, mtls: { mode: STRICT } }', 'reviews'),
    title: 'Callers of reviews speak plain text, its pods take mTLS only',
    says: 'as PeerAuthentication reviews says; callers speak plain text, and no DestinationRule’s tls asks for more',
    at: 'mode: STRICT',
  },
]

const run = (text: string): World => createPipeline().run(text)

test.each(BAD)('$name', ({ text, title, says, at, fix }) => {
  const world = run(text)
  const [problem, ...more] = problemsOf(world)
  expect(problem?.title).toBe(title)
  expect(problem?.detail).toContain(says)
  expect(more).toEqual([])
  const range = problem && rangeOf(world.parsed, problem.origin)
  expect(text.slice(range?.start, range?.end)).toBe(at)
  expect(problem?.fix?.title).toBe(fix)
})

test.each(BAD.filter(({ fix }) => fix !== undefined))('$name: repaired, no connection breaks', ({ text }) => {
  const [problem] = problemsOf(run(text))
  const repaired = run(applyEdits(text, problem?.fix?.edits ?? []))
  expect(problemsOf(repaired)).toEqual([])
  expect(losses(repaired)[0]).toBe(0)
})

test('of several resources in one List, the one that says what pods take is named', () => {
  const documents = [CLUSTER, pods('v1'), peers('{ mtls: { mode: STRICT } }'), rule('{ tls: { mode: DISABLE } }')]
  const items = documents
    .join('')
    .split(/^---\n/m)
    .map(document => document.trimEnd().replace(/^/gm, '    ').replace(/^ {4}/, '  - '))
  const [problem] = problemsOf(run(`apiVersion: v1\nkind: List\nitems:\n${items.join('\n')}\n`))
  expect(problem?.detail).toContain('as PeerAuthentication peers says')
})

test('a DestinationRule that no caller finds says nothing', () => {
  const hidden = rule('{ tls: { mode: DISABLE } }').replace('spec:', 'spec:\n  exportTo: [shop]')
  const strict = CLUSTER + pods('v1') + peers('{ mtls: { mode: STRICT } }')
  expect(problemsOf(run(strict + hidden))).toEqual([])
  expect(problemsOf(run(strict + hidden.replace('[shop]', '[.]')))).toHaveLength(1)
})

const TLS = ['', 'DISABLE', 'SIMPLE', 'ISTIO_MUTUAL']
const PEERS = ['', 'DISABLE', 'PERMISSIVE', 'STRICT']
const LABELS = ['', OUTSIDE, ', security.istio.io/tlsMode: disabled']
const SERVICES = ['', 'clusterIP: None, ']

describe.each(TLS)('tls %j: reported if and only if connections break', tls => {
  const all = PEERS.flatMap(peer =>
    PEERS.flatMap(ofPort => LABELS.flatMap(labels => SERVICES.map(service => ({ peer, ofPort, labels, service })))),
  )
  test.each(all)(
    'peers $peer, of the port $ofPort, pods $labels, service $service',
    ({ peer, ofPort, labels, service }) => {
      const text = [
        CLUSTER.replace('spec: { selector: { app: reviews }', `spec: { ${service}selector: { app: reviews }`),
        pods('v1', labels),
        peer && peers(`{ mtls: { mode: ${peer} } }`),
        ofPort &&
          peers(
            `{ selector: { matchLabels: { app: reviews } }, portLevelMtls: { 9080: { mode: ${ofPort} } } }`,
            'of-port',
          ),
        tls && rule(`{ tls: { mode: ${tls} } }`),
      ].join('')
      const world = run(text)
      const [lost, ends] = losses(world)
      expect(lost === 0 || lost === ends).toBe(true)
      expect(problemsOf(world)).toHaveLength(lost > 0 ? 1 : 0)
    },
  )
})
