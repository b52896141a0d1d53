import type { Stage } from '../../scene/index.ts'

/** Pods, and what stands for pods: their workload, a subset with any. */
export function isBreakable({ workloads, lanes }: Pick<Stage, 'workloads' | 'lanes'>, id: string): boolean {
  const own = workloads.filter(({ pods, addresses }) => pods.length > 0 && !addresses)
  if (own.some(each => each.id === id || each.pods.some(pod => pod.id === id))) return true
  const behind = lanes.filter(({ kind, from }) => kind === 'deliver' && from === id).map(({ to }) => to)
  return own.some(each => behind.includes(each.id))
}
