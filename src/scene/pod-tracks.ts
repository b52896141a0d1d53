import type { ConfigAt } from './config-at.ts'
import { podId } from './ids.ts'
import type { PodDot } from './stage.ts'
import type { Stay } from './stays.ts'
import { countUntil } from './timetable.ts'

/** What a pod is to the proxy that is looked from. */
export type PodState =
  | { readonly kind: 'ready' }
  /** It was out or not ready before. */
  | { readonly kind: 'back'; readonly sinceMs: number; readonly from: 'out' | 'not-ready' | 'gone' }
  | ({ readonly kind: 'out' } & Stay)
  | { readonly kind: 'not-ready'; readonly sinceMs: number }
  /** It is not on the proxy's list. */
  | { readonly kind: 'gone'; readonly sinceMs: number }

/** State `states[i]` holds from `atMs[i]` until the next; before the first one the pod is as the stage has it. */
export interface PodTrack {
  readonly id: string
  readonly atMs: Float64Array
  readonly states: readonly PodState[]
}

/** Undefined: as the stage has it. */
export function podStateAt(track: PodTrack | undefined, nowMs: number): PodState | undefined {
  return track?.states[countUntil(track.atMs, nowMs) - 1]
}

/** How often it was ejected from `fromMs` on, by `nowMs`. */
export function ejectionsOf(track: PodTrack | undefined, fromMs: number, nowMs: number): number {
  const begun = track?.states.flatMap(state =>
    state.kind === 'out' && state.sinceMs >= fromMs && state.sinceMs <= nowMs
      ? `${state.cluster} ${String(state.sinceMs)}`
      : [],
  )
  return new Set(begun).size
}

/** It is out, and gets requests all the same: below `minHealthPercent` a balancer uses every pod. */
export const isUsed = (state: PodState | undefined, nowMs: number): boolean =>
  state?.kind === 'out' && state.told.findLast(({ atMs }) => atMs <= nowMs)?.used === true

/** Pods that were anything else but what the stage has, at any time. */
export function podTracks(
  dots: readonly PodDot[],
  stays: readonly Stay[],
  configs: readonly ConfigAt[],
): readonly PodTrack[] {
  const listed = configs.map(({ atMs, config }) => ({ atMs, pods: listedPods(config) }))
  return dots.flatMap(pod => {
    const own = stays.filter(stay => stay.pod === pod.id)
    const track = trackOf(pod, own, membership(pod, listed))
    return track.atMs.length === 0 ? [] : [track]
  })
}

type Membership = 'ready' | 'not-ready' | 'gone'

/** For each pod on a proxy's lists whether any of them has it healthy. */
function listedPods({ clusters }: ConfigAt['config']): ReadonlyMap<string, boolean> {
  const pods = new Map<string, boolean>()
  for (const cluster of clusters.values()) {
    for (const { namespace, pod, healthy } of cluster.endpoints) {
      const id = podId(namespace, pod)
      pods.set(id, healthy || pods.get(id) === true)
    }
  }
  return pods
}

interface Listing {
  readonly atMs: number
  readonly pods: ReadonlyMap<string, boolean>
}

/** How the lists have a pod from when on; what no list ever holds is as the stage has it. */
function membership(pod: PodDot, listed: readonly Listing[]): readonly { atMs: number; is: Membership }[] {
  const initial: Membership = pod.ready ? 'ready' : 'not-ready'
  if (!listed.some(({ pods }) => pods.has(pod.id))) return [{ atMs: 0, is: initial }]
  return listed.map(({ atMs, pods }) => {
    const healthy = pods.get(pod.id)
    return { atMs, is: healthy === undefined ? 'gone' : healthy ? 'ready' : 'not-ready' }
  })
}

function trackOf(
  pod: PodDot,
  stays: readonly Stay[],
  members: readonly { readonly atMs: number; readonly is: Membership }[],
): PodTrack {
  const moments = [
    ...new Set([...members.map(({ atMs }) => atMs), ...stays.flatMap(stay => [stay.sinceMs, stay.backMs ?? Infinity])]),
  ]
    .filter(atMs => atMs < Infinity)
    .sort((a, b) => a - b)
  const atMs: number[] = []
  const states: PodState[] = []
  let last: PodState = pod.ready ? { kind: 'ready' } : { kind: 'not-ready', sinceMs: 0 }
  for (const now of moments) {
    const is = members.findLast(each => each.atMs <= now)?.is ?? 'ready'
    const stay = stays.findLast(each => each.sinceMs <= now && now < (each.backMs ?? Infinity))
    const next = stateFrom(last, is, stay, now)
    if (next === last) continue
    last = next
    atMs.push(now)
    states.push(next)
  }
  return { id: pod.id, atMs: Float64Array.from(atMs), states }
}

function stateFrom(last: PodState, is: Membership, stay: Stay | undefined, nowMs: number): PodState {
  if (is !== 'ready') return last.kind === is ? last : { kind: is, sinceMs: nowMs }
  if (stay) return last.kind === 'out' && isSameStay(last, stay) ? last : { kind: 'out', ...stay }
  if (last.kind === 'ready' || last.kind === 'back') return last
  const isNew = last.kind === 'gone' && last.sinceMs <= 0
  return nowMs <= 0 || isNew ? { kind: 'ready' } : { kind: 'back', sinceMs: nowMs, from: last.kind }
}

const isSameStay = (a: Stay, b: Stay): boolean => a.cluster === b.cluster && a.sinceMs === b.sinceMs
