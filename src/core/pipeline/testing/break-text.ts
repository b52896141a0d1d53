import { toProxyId } from '../../base/ids.ts'
import { applyEdits } from '../../base/text-range.ts'
import type { BreakTarget } from '../../scenario/index.ts'
import { breaksFor, createPipeline } from '../index.ts'
import type { BreakChoice, World } from '../index.ts'

export const run = (text: string): World => createPipeline().run(text)

/** The workload with all of its pods, or one pod of it. */
export function target({ mesh }: World, workload: string, pod?: string): BreakTarget {
  const found = mesh.workloads.find(({ name }) => name === workload)
  if (!found) throw new Error(`no ${workload}`)
  if (pod === undefined) return [found]
  return found.pods.filter(({ name }) => name === pod).map(one => ({ ...one, pods: [one] }))
}

export function choices(text: string, nowMs: number, workload: string, pod?: string): readonly BreakChoice[] {
  const world = run(text)
  return breaksFor(world, world.traffic, NOBODY, target(world, workload, pod), nowMs)
}

export const NOBODY = toProxyId('nobody', 'nowhere')

export function after(text: string, kind: BreakChoice['kind'], nowMs: number, workload: string, pod?: string): string {
  const choice = choices(text, nowMs, workload, pod).find(one => one.kind === kind)
  if (!choice) throw new Error(`${kind} is not offered`)
  return applyEdits(text, choice.edits)
}

export const kinds = (text: string, nowMs: number, workload: string, pod?: string) =>
  choices(text, nowMs, workload, pod).map(({ kind }) => kind)

export const clean = (text: string) =>
  run(text).diagnostics.filter(({ code }) => code.startsWith('MX03') || code === 'YAML')

export const PODS = `apiVersion: v1
kind: Service
metadata: { name: reviews }
spec: { selector: { app: reviews }, ports: [{ name: http, port: 9080 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: reviews-v1 }
spec:
  replicas: 2
  selector: { matchLabels: { app: reviews } }
  template: { metadata: { labels: { app: reviews } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: sleep }
spec: { selector: { matchLabels: { app: sleep } }, template: { metadata: { labels: { app: sleep } } } }
`
export const CLIENTS = `  clients:
  - from: sleep # the only one
    url: http://reviews:9080/
`
export const scenario = (spec: string) => `${PODS}---
apiVersion: meshscope/v1
kind: Scenario
metadata: { name: a }
spec:
${spec}`
