const mesh = (policy: string, replicas: number, scenario: string) => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: reviews }
spec:
  host: reviews
  trafficPolicy:
    loadBalancer: { simple: ROUND_ROBIN }
${policy}
---
apiVersion: v1
kind: Service
metadata: { name: reviews }
spec: { selector: { app: reviews }, ports: [{ name: http, port: 9080 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: reviews-v1 }
spec:
  replicas: ${String(replicas)}
  selector: { matchLabels: { app: reviews } }
  template: { metadata: { labels: { app: reviews, version: v1 } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: productpage }
spec: { selector: { matchLabels: { app: productpage } }, template: { metadata: { labels: { app: productpage } } } }
---
apiVersion: meshscope/v1
kind: Scenario
metadata: { name: story }
spec:
  seed: 7
  clients: [{ from: productpage, url: http://reviews:9080/, rate: 10/s }]
${scenario}
`

/** The pod `reviews-v1-1` of three answers nothing but errors: it is out after three. */
export const EJECTS = mesh(
  `    outlierDetection:
      consecutive5xxErrors: 3
      interval: 1s
      baseEjectionTime: 5s
      maxEjectionPercent: 50`,
  3,
  '  workloads: [{ name: reviews-v1-1, errors: 100% }]',
)

/** One connection and a queue of one, for more than they can take. */
export const FULL = mesh(
  `    connectionPool:
      tcp: { maxConnections: 1 }
      http:
        http1MaxPendingRequests: 1`,
  1,
  '  workloads: [{ name: reviews-v1, latency: 400ms }]',
)
