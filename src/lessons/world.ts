/** What stands behind the rules in every lesson: `reviews` with its versions, and `productpage`, which calls it. */
export const worldOf = (versions: Readonly<Record<string, number>>, scenario: string): string =>
  `---
apiVersion: meshscope/v1
kind: Scenario
metadata:
  name: lesson
spec:
  seed: 42
  clients:
  - from: productpage
    url: http://reviews:9080/reviews/0
${scenario}---
apiVersion: v1
kind: Service
metadata:
  name: reviews
spec:
  selector: { app: reviews }
  ports:
  - { name: http, port: 9080 }
${Object.entries(versions)
  .map(([version, replicas]) => deployment(`reviews-${version}`, `{ app: reviews, version: ${version} }`, replicas))
  .join('')}${deployment('productpage', '{ app: productpage }', 1)}`

const deployment = (name: string, labels: string, replicas: number): string => `---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  replicas: ${String(replicas)}
  selector:
    matchLabels: ${labels}
  template:
    metadata:
      labels: ${labels}
`

/** The VirtualService of `reviews`; rules are indented by two. */
export const virtualService = (rules: string): string => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: reviews
spec:
  hosts: [reviews]
  http:
${rules}`

export const destinationRule = (subsets: readonly string[], policy = ''): string => `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: reviews
spec:
  host: reviews
${policy}  subsets:
${subsets.map(name => `  - name: ${name}\n    labels: { version: ${name} }\n`).join('')}`

/** A destination in a rule's `route`. */
export const destination = (subset: string, weight?: number): string => `    - destination:
        host: reviews
        subset: ${subset}
${weight === undefined ? '' : `      weight: ${String(weight)}\n`}`
