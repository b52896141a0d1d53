const deployment = (name: string, version: string, replicas: number) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  replicas: ${String(replicas)}
  selector: { matchLabels: { app: reviews, version: ${version} } }
  template: { metadata: { labels: { app: reviews, version: ${version} } } }
`

/** Half of what v1 answers is an error, and the rule retries; v2 takes longer. */
export const FLAKY_PODS = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews }
spec:
  hosts: [reviews]
  http:
  - route:
    - { destination: { host: reviews, subset: v1 }, weight: 80 }
    - { destination: { host: reviews, subset: v2 }, weight: 20 }
    retries: { attempts: 3, perTryTimeout: 1s, retryOn: 5xx }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: reviews }
spec:
  host: reviews
  subsets:
  - { name: v1, labels: { version: v1 } }
  - { name: v2, labels: { version: v2 } }
---
apiVersion: v1
kind: Service
metadata: { name: reviews }
spec: { selector: { app: reviews }, ports: [{ name: http, port: 9080 }] }
${deployment('reviews-v1', 'v1', 2)}${deployment('reviews-v2', 'v2', 1)}---
apiVersion: meshscope/v1
kind: Scenario
metadata: { name: flaky }
spec:
  seed: 42
  clients: [{ from: productpage, url: http://reviews:9080/, rate: 50/s }]
  workloads:
  - { name: reviews-v1, errors: 50%, status: 503, latency: 20ms }
  - { name: reviews-v2, latency: 60ms }
`
