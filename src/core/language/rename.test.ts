import { expect, test } from 'vitest'
import { applyEdits } from '../base/text-range.ts'
import { createPipeline } from '../pipeline/index.ts'
import { SCENARIOS } from '../../scenarios/index.ts'
import { namesOf } from './occurrences.ts'
import { findRenamable, rename } from './rename.ts'
import { atCursor, knowledgeOf } from './testing/at-cursor.ts'

/** The text after a rename, or why there is none. */
function renamed(marked: string, wanted: string): string {
  const { text, offset, known } = atCursor(marked)
  const result = rename(known, offset, wanted)
  return result.kind === 'edits' ? applyEdits(text, result.edits) : result.because
}

const SUBSETS = `# the rules
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews }
spec:
  hosts: [reviews]
  http:
  - match: [{ headers: { version: { exact: v2 } } }]
    route:
    - destination: { host: reviews, subset: 'v2' } # quoted
  - route:
    - destination: { host: ratings, subset: v2 }
    - destination:
        host: reviews.default.svc.cluster.local
        subset: v2
    mirror: { host: reviews, subset: v2 }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: reviews }
spec:
  host: reviews
  subsets:
  - name: v2| # the new one
    labels: { version: v2 }
`

test('a subset is renamed in all documents, and nothing else that is called so', () => {
  const wanted = SUBSETS.replace('|', '')
    .replace("subset: 'v2'", "subset: 'next'")
    .replace('        subset: v2', '        subset: next')
    .replace('mirror: { host: reviews, subset: v2', 'mirror: { host: reviews, subset: next')
    .replace('- name: v2', '- name: next')
  expect(renamed(SUBSETS, 'next')).toBe(wanted)
  const fromUse = SUBSETS.replace('|', '').replace("subset: 'v2'", "subset: 'v|2'")
  expect(renamed(fromUse, 'next')).toBe(wanted)
  const crlf = (text: string) => text.replaceAll('\n', '\r\n')
  expect(renamed(crlf(SUBSETS), 'next')).toBe(crlf(wanted))
})

test('a subset is renamed in documents that steps apply, too', () => {
  const step = `---
apiVersion: meshscope/v1
kind: Scenario
spec:
  steps:
  - at: 1s
    apply:
      kind: VirtualService
      apiVersion: networking.istio.io/v1
      metadata: { name: later }
      spec: { hosts: [reviews], http: [{ route: [{ destination: { host: reviews, subset: v2 } }] }] }
`
  expect(renamed(SUBSETS + step, 'next')).toContain(step.replace('v2', 'next'))
})

test('a name that YAML would take for a number is written in quotes', () => {
  expect(renamed(SUBSETS, '1e3')).toContain('- name: "1e3" # the new one')
  expect(renamed(SUBSETS, '1e3')).toContain("subset: '1e3'")
})

test('two names do not become one', () => {
  const text = SUBSETS.replace('  - route:', '  - route: [{ destination: { host: reviews, subset: v1 } }]\n  - route:')
  expect(renamed(text, 'v1')).toMatch(/^There is a v1 already/)
  expect(renamed(SUBSETS, 'No!')).toMatch(/^A name is made of/)
})

test('a rule for a wildcard ties the subsets of its hosts together', () => {
  const text = SUBSETS.replace('  host: reviews\n  subsets', '  host: "*.default.svc.cluster.local"\n  subsets')
  expect(renamed(text, 'next').match(/next/g)).toHaveLength(5)
})

const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: reviews|, namespace: shop }
spec: { selector: { app: reviews }, ports: [{ port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews, namespace: shop }
spec:
  hosts: [reviews, reviews.shop.svc.cluster.local, reviews.shop]
  http: [{ route: [{ destination: { host: reviews } }] }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: reviews, namespace: other }
spec: { host: reviews.shop.svc.cluster.local }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: same-name, namespace: other }
spec: { host: reviews }
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: default, namespace: other }
spec: { egress: [{ hosts: [shop/reviews.shop.svc.cluster.local, "*/*.example.com"] }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: r, namespace: other }
spec: { rules: [{ backendRefs: [{ name: reviews, namespace: shop, port: 80 }, { name: reviews, port: 80 }] }] }
---
apiVersion: meshscope/v1
kind: Scenario
metadata: { name: play, namespace: other }
spec:
  clients: [{ from: a, url: "http://reviews.shop:80/reviews" }, { from: a, url: "http://reviews/" }]
  steps: [{ at: 1s, delete: [Service/reviews.shop, service/reviews] }]
`

test('a Service is renamed in every form of its name, and in no other namespace', () => {
  const after = renamed(SERVICE, 'stars')
  expect(after).toContain('metadata: { name: stars, namespace: shop }\nspec: { selector: { app: reviews }')
  // A name with one dot is no Service's for Istio.
  expect(after).toContain('hosts: [stars, stars.shop.svc.cluster.local, reviews.shop]')
  expect(after).toContain('kind: VirtualService\nmetadata: { name: reviews,')
  expect(after).toContain('destination: { host: stars }')
  expect(after).toContain('namespace: other }\nspec: { host: stars.shop.svc.cluster.local }')
  expect(after).toContain('spec: { host: reviews }')
  expect(after).toContain('shop/stars.shop.svc.cluster.local')
  expect(after).toContain('[{ name: stars, namespace: shop, port: 80 }, { name: reviews, port: 80 }]')
  expect(after).toContain('url: "http://stars.shop:80/reviews" }, { from: a, url: "http://reviews/"')
  expect(after).toContain('[Service/stars.shop, service/reviews]')
  expect(after.match(/stars/g)).toHaveLength(9)
})

const GATEWAY = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: web, namespace: edge }
spec: { selector: { istio: ingress }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ["*"] }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: a, namespace: edge }
spec: { hosts: ["*"], gateways: [web, mesh], http: [{ match: [{ gateways: [./web|] }], route: [] }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: b, namespace: shop }
spec: { hosts: ["*"], gateways: [edge/web, web] }
`

test('a Gateway is renamed where VirtualServices are bound to it', () => {
  const after = renamed(GATEWAY, 'front')
  expect(after).toContain('name: front, namespace: edge')
  expect(after).toContain('gateways: [front, mesh]')
  expect(after).toContain('gateways: [./front]')
  expect(after).toContain('gateways: [edge/front, web]')
})

test.each([
  ['an address outside', 'ServiceEntry', 'hosts: [api.exa|mple.com]', /name of the world outside/],
  ['what is nowhere', 'VirtualService', 'hosts: [nob|ody]', /^No Service of this text/],
  ['no name', 'VirtualService', 'http: [{ time|out: 2s }]', /^Here stands no name/],
  ['a VirtualService, whose name decides an order,', 'VirtualService', 'hosts: []', /^Only subsets, Services/],
])('it says why %s is not renamed', (_, kind, spec, because) => {
  // Without a mark of its own the resource's name is meant.
  const marked = `apiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata: { name: ${spec.includes('|') ? 'a' : 'a|'} }\nspec:\n  ${spec}\n`
  expect(renamed(marked, 'x')).toMatch(because)
})

test('what is written by an alias is left to its writer', () => {
  const text = SUBSETS.replace("subset: 'v2' }", 'subset: &s v2 }').replace(
    'mirror: { host: reviews, subset: v2 }',
    'mirror: { host: reviews, subset: *s }',
  )
  expect(renamed(text, 'next')).toMatch(/by an alias/)
})

test('in every example every rename keeps what is found, and can be taken back', () => {
  const found = (of: string) =>
    createPipeline()
      .run(of)
      .diagnostics.map(({ code, severity }) => `${code} ${severity}`)
  let count = 0
  for (const { text } of SCENARIOS) {
    const before = found(text)
    const known = knowledgeOf(text)
    const definitions = namesOf(known).all.filter(
      one => one.isDefinition && ['name', 'defined-subset'].includes(one.role),
    )
    for (const { documentId, range, name } of definitions) {
      const offset = (known.parsed.documents.find(({ id }) => id === documentId)?.start ?? 0) + (range?.start ?? 0)
      if (findRenamable(known, offset).kind === 'refused') continue
      count++
      const there = rename(known, offset, 'another')
      const after = there.kind === 'edits' ? applyEdits(text, there.edits) : ''
      expect(found(after)).toEqual(before)
      const back = rename(knowledgeOf(after), offset + shift(there, offset), name)
      expect(back.kind === 'edits' && applyEdits(after, back.edits)).toBe(text)
    }
  }
  expect(count).toBeGreaterThan(60)
})

/** How far edits before an offset move it. */
function shift(result: ReturnType<typeof rename>, offset: number): number {
  if (result.kind !== 'edits') return 0
  return result.edits
    .filter(({ range }) => range.end <= offset)
    .reduce((sum, { range, text }) => sum + text.length - (range.end - range.start), 0)
}

test.each(['labels: { version: v2| }', 'labels: { ver|sion: v2 }'])('labels of pods are not renamed: %s', labels => {
  const marked = SUBSETS.replace('v2| #', 'v2 #').replace('labels: { version: v2 }', labels)
  expect(renamed(marked, 'next')).toMatch('A cluster refuses another label in a Deployment’s selector')
})
