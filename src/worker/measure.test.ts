import { expect, test } from 'vitest'
import { measure } from './measure.ts'

const TEXT = `apiVersion: v1
kind: Service
metadata: { name: reviews }
spec: { selector: { app: reviews }, ports: [{ name: http, port: 9080 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: reviews-v1 }
spec: { selector: { matchLabels: { app: reviews } }, template: { metadata: { labels: { app: reviews } } } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews }
spec:
  hosts: [reviews]
  http:
  - route:
    - destination: { host: reviews, subset: v1 }
`

test('a missing subset: its problem at its line, and no request is answered by a pod', () => {
  const { problems, sent, answers } = measure(TEXT)
  expect(problems).toMatchObject([{ codes: ['IST0101'], line: 18 }])
  expect(sent).toBeGreaterThan(100)
  expect(answers).toEqual([{ words: '503 NC', count: sent }])
})

test('without the subset all are', () => {
  const { problems, sent, answers } = measure(TEXT.replace(', subset: v1', ''))
  expect(problems).toEqual([])
  expect(answers).toEqual([{ words: '200 from reviews-v1', count: sent }])
})

test('a text without traffic is measured too', () => {
  expect(measure('')).toEqual({ problems: [], sent: 0, answers: [] })
})
