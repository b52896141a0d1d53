import { buildMesh } from '../../mesh/index.ts'
import { createDecoder } from '../../resources/index.ts'
import { createYamlParser } from '../../yaml/index.ts'
import { theScenario } from '../the-scenario.ts'

const deployment = (name: string, app: string, replicas: number, namespace = 'default') => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: ${app} } }
  template: { metadata: { labels: { app: ${app} } } }
`

/** Two callers, two versions of reviews (v1 with two pods), one workload in another namespace. */
export const WORLD = [
  deployment('productpage', 'productpage', 1),
  deployment('reviews-v1', 'reviews', 2),
  deployment('reviews-v2', 'reviews', 1),
  deployment('sleep', 'sleep', 1, 'prod'),
].join('')

export const RULES = `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews }
spec: { hosts: [reviews], http: [{ route: [{ destination: { host: reviews } }] }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: reviews }
spec: { host: reviews }
`

/** A Scenario of this `spec` in a world. */
export function stage(spec: string, world = WORLD + RULES) {
  const text = `${world}---\napiVersion: meshscope/v1\nkind: Scenario\nmetadata: { name: flaky }\nspec:\n${spec}`
  const { resources, inSteps: decoded } = createDecoder().decodeAll(createYamlParser().parse(text))
  const scenario = theScenario(resources)
  if (!scenario) throw new Error('there is no Scenario')
  const inSteps = decoded.map(({ resource }) => resource)
  return { resources, inSteps, scenario, mesh: buildMesh(resources) }
}
