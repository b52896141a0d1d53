import type { PodChange } from '../rollout/index.ts'
import type { Step } from '../scenario/index.ts'

/** What a step does: `VirtualService reviews applied`. */
export function wordsOfStep(step: Exclude<Step, { kind: 'readiness' }>): string {
  switch (step.kind) {
    case 'apply':
      return `${namesOf(step)} applied`
    case 'delete':
      return `${namesOf(step)} deleted`
    case 'scale':
      return `${step.workload.name} scaled to ${String(step.replicas)}`
    case 'restart':
      return `${step.workload.name} restarted`
  }
}

const namesOf = ({ documents }: Extract<Step, { kind: 'apply' | 'delete' }>): string =>
  documents.map(({ resource }) => `${resource.kind} ${resource.name}`).join(', ')

const SAID = [
  ['ready', 'ready', 'ready'],
  ['not-ready', 'not ready', 'not ready'],
  ['starts', 'starts', 'start'],
  ['stops', 'stops', 'stop'],
  ['gone', 'gone', 'gone'],
] as const

/** `web-2 ready, web-0 stops`; many are counted. */
export function wordsOfPods(changes: readonly PodChange[]): string {
  return SAID.flatMap(([kind, one, many]) => {
    const names = changes.flatMap(change => (change.kind === kind ? change.pod.name : []))
    const [first] = names
    if (first === undefined) return []
    return names.length === 1 ? `${first} ${one}` : `${String(names.length)} pods ${many}`
  }).join(', ')
}
