import { describe, expect, test } from 'vitest'
import { createPipeline } from '../core/pipeline/index.ts'
import { enumerateOutcomes } from '../core/route/index.ts'
import type { Decision } from '../core/route/index.ts'
import { SCENARIOS } from './index.ts'

/** By the path and headers of an assumed request: what becomes of it, with its probability. */
type Fates = Readonly<Record<string, Readonly<Record<string, number>>>>

const FATES: Readonly<Record<string, Fates>> = {
  'reviews-canary': {
    'reviews/': { 'reviews-v1': 0.6, '503 NC': 0.4 },
    'reviews/ end-user=jason': { 'reviews-v2': 1 },
    'reviews/preview': { 'reviews-v1': 0.6, '503 NC': 0.4 },
  },
  'canary-90-10': {
    'reviews/': { 'reviews-v1': 0.9, 'reviews-v2': 0.1 },
    'reviews/ end-user=jason': { 'reviews-v3': 1 },
  },
  'header-canary': {
    'reviews/': { 'reviews-v1': 1 },
    'reviews/ x-canary=always': { 'reviews-v2': 1 },
  },
  'missing-destination-rule': { 'reviews/': { '503 NC': 1 } },
  'missing-subset': { 'reviews/': { 'reviews-v1': 0.8, '503 NC': 0.2 } },
  'labels-match-no-pod': { 'reviews/': { 'reviews-v1': 0.7, '503 UH': 0.3 } },
  'zero-ready-version': { 'reviews/': { 'reviews-v1': 0.8, '503 UH': 0.2 } },
  'no-catch-all': {
    'shop/': { '404 NR': 1 },
    'shop/login': { login: 1 },
    'shop/products': { products: 1 },
  },
  'fault-injection': {
    'ratings/': { 'ratings-v1': 1 },
    'ratings/ end-user=tester': {
      'ratings-v1': 0.4,
      'ratings-v1 after 2000 ms': 0.4,
      '500 FI': 0.1,
      '500 DI,FI after 2000 ms': 0.1,
    },
  },
  mirror: { 'reviews/': { 'reviews-v1 and reviews-v2': 1 } },
  'only-two-resources': {
    'checkout/': { 'checkout-stable': 0.95, 'checkout-next': 0.05 },
    'checkout/ x-group=beta': { 'checkout-next': 1 },
  },
  'weights-not-100': { 'reviews/': { 'reviews-v1': 0.75, 'reviews-v2': 0.25 } },
  'gateway-api-split': {
    'reviews/': { 'reviews-v1': 0.9, 'reviews-v2': 0.1 },
    'reviews/ end-user=jason': { 'reviews-v2': 1 },
  },
  ingress: {
    'shop.example.com/': { 'shop-v1': 0.8, 'shop-v2': 0.2 },
    'shop.example.com/api/reviews': { reviews: 1 },
    'shop.example.com/v1': { '301 -': 1 },
  },
  'mtls-disagreement': { 'backend/': { '503 UC': 1 }, 'legacy/': { legacy: 1 } },
  'sidecar-hides-host': { 'cart/': { cart: 1 }, 'reviews.books/': { '502 -': 1 } },
  'egress-registry-only': {
    'payments.example.com/': { 'payments.example.com': 1 },
    'rates.example.com/': { '502 -': 1 },
  },
  'flaky-pods': { 'reviews/reviews/0': { 'reviews-v1': 0.8, 'reviews-v2': 0.2 } },
  'wrong-order': { 'web/': { 'web-v2': 1 } },
  'progressive-rollout': { 'web/': { 'web-v1': 0.9, 'web-v2': 0.1 } },
  bookinfo: {
    'reviews/': { 'reviews-v1': 0.5, 'reviews-v3': 0.5 },
    'reviews/ end-user=jason': { 'reviews-v2': 1 },
    'ratings/': { 'ratings-v1': 1 },
    'details/': { 'details-v1': 1 },
    'productpage/': { 'productpage-v1': 1 },
  },
}

/** What the problems list shows, most serious first. */
const PROBLEMS: Readonly<Record<string, readonly string[]>> = {
  'mtls-disagreement': ['Callers of backend speak plain text, its pods take mTLS only'],
  'egress-registry-only': [
    'No Service has host rates.example.com',
    'Simplified here: resolution',
    'Simplified here: resolution',
  ],
  mirror: ['Simplified here: mirror'],
  'flaky-pods': [
    'Simplified here: tcp.maxConnections',
    'Simplified here: http.http1MaxPendingRequests',
    'Simplified here: outlierDetection',
  ],
  'reviews-canary': ['No DestinationRule defines subset v3', 'Rule 3 can never match'],
  'missing-destination-rule': ['No DestinationRule defines subset v1', 'No DestinationRule defines subset v2'],
  'missing-subset': ['No DestinationRule defines subset v2'],
  'labels-match-no-pod': ['Labels of subset v2 select no pod'],
  'zero-ready-version': ['No pod of reviews v2 is ready'],
  'no-catch-all': ['No rule takes the rest'],
  'weights-not-100': ['Weights add up to 4, not 100'],
}

test('ids are unique, and the first one is the broken canary', () => {
  expect(new Set(SCENARIOS.map(({ id }) => id)).size).toBe(SCENARIOS.length)
  expect(SCENARIOS[0]?.id).toBe('reviews-canary')
  expect(SCENARIOS.map(({ id }) => id)).toEqual(Object.keys(FATES))
})

test('the first text begins with the VirtualService, then the DestinationRule, then Kubernetes', () => {
  const kinds = [...(SCENARIOS[0]?.text.matchAll(/^kind: (\w+)/gm) ?? [])].map(([, kind]) => kind)
  expect(kinds.slice(0, 2)).toEqual(['VirtualService', 'DestinationRule'])
  expect(new Set(kinds.slice(2))).toEqual(new Set(['Service', 'Deployment']))
})

describe.each(SCENARIOS)('$id', ({ id, summary, text }) => {
  const world = createPipeline().run(text)

  test('is read and accepted whole', () => {
    expect(world.readable).toBe(true)
    expect(world.refused.size).toBe(0)
    expect(world.diagnostics.map(({ title }) => title)).toEqual(PROBLEMS[id] ?? [])
    expect(summary).toMatch(/^[A-Z].*\.$/)
  })

  test('shows what it promises', () => {
    const fates: Record<string, Record<string, number>> = {}
    for (const { proxy, classes } of world.traffic.clients) {
      for (const { request } of classes) {
        const headers = [...request.headers].map(([name, value]) => ` ${name}=${value}`)
        const outcomes: Record<string, number> = {}
        for (const { probability, decision } of enumerateOutcomes(world.routerFor(proxy), request)) {
          const fate = fateOf(decision)
          outcomes[fate] = (outcomes[fate] ?? 0) + probability
        }
        const rounded = Object.entries(outcomes).map(([fate, sum]) => [fate, Number(sum.toFixed(9))] as const)
        fates[`${request.dialHost}${request.path}${headers.join('')}`] = Object.fromEntries(rounded)
      }
    }
    expect(fates).toEqual(FATES[id])
  })
})

test('only the text of two resources has its Service, pods and caller assumed', () => {
  const assumed = SCENARIOS.filter(({ text }) =>
    createPipeline()
      .run(text)
      .assumed.some(({ kind }) => kind === 'Service'),
  )
  expect(assumed.map(({ id }) => id)).toEqual(['only-two-resources'])
})

function fateOf({ status, flags, endpoint, mirrors, delayMs }: Decision): string {
  const copies = mirrors.map(copy => ` and ${copy.endpoint?.workload ?? 'nobody'}`).join('')
  const end = endpoint && status < 500 ? `${endpoint.workload}${copies}` : `${String(status)} ${flags}`
  return delayMs > 0 ? `${end} after ${String(delayMs)} ms` : end
}
