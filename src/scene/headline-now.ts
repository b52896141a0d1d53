import { count, measuredPercent } from './figures.ts'
import { isOff } from './moment.ts'
import type { Moment } from './moment.ts'
import { isUsed } from './pod-tracks.ts'
import type { Headline, Tally } from './scene.ts'
import type { HoleNode, Stage } from './stage.ts'
import { RECENT_MS } from './tally.ts'

/** What the sidecar does at this moment that no text alone tells: pods that it avoids, limits that it keeps. */
export function headlineNow(stage: Stage, tally: Tally, moment: Moment): Headline | undefined {
  const out = ejected(stage, moment)
  const full = stage.holes.filter(hole => hole.bounced && moment.closed.has(hole.at))
  const [gate] = full
  if (!out && !gate) return undefined
  const who = stage.sidecar.present ? stage.sidecar.title : `${stage.client.name}’s proxy`
  const turnedAway = gate ? `${away(tally, gate)}. ` : ''
  if (!out) return { title: gateTitle(full), detail: `${turnedAway}${who} keeps this limit, not the pods.` }
  const { n, title, anyway } = out
  if (gate) {
    return {
      title: `${title}, and ${gateTitle(full).toLowerCase()}`,
      detail: `${turnedAway}Both limits are kept by ${who}, not by the pods.`,
    }
  }
  if (anyway) return { title, detail: `Too few are left: below minHealthPercent ${who} sends to every pod.` }
  const [them, are] = n === 1 ? ['it', 'this pod'] : ['them', 'these pods']
  return { title, detail: `Kubernetes still calls ${are} ready. Only ${who} avoids ${them}.` }
}

const gateTitle = (full: readonly HoleNode[]): string =>
  full.every(({ cause }) => cause.startsWith('the queue')) ? 'The queue is full' : 'A limit is reached'

function away(tally: Tally, hole: HoleNode): string {
  const n = tally.counts.get(hole.id) ?? 0
  return `${count(n)} ${n === 1 ? 'request was' : 'requests were'} turned away with ${hole.label}`
}

/** `Two pods are ejected, three carry everything`, or their share where other workloads serve too: of those that lose any. */
function ejected(stage: Stage, { pods, nowMs }: Moment) {
  const hit = stage.workloads.filter(each => each.pods.some(pod => pods.get(pod.id)?.kind === 'out'))
  const all = hit.flatMap(each => each.pods)
  const n = all.filter(pod => pods.get(pod.id)?.kind === 'out').length
  const left = all.filter(pod => pod.ready && !isOff(pods.get(pod.id))).length
  if (n === 0) return undefined
  const are = n === 1 ? 'pod is' : 'pods are'
  const anyway = all.some(pod => isUsed(pods.get(pod.id), nowMs))
  const isAll = stage.workloads.every(each => each.pods.length === 0 || hit.includes(each))
  const load = isAll ? 'everything' : n === 1 ? 'its share' : 'their share'
  const rest = anyway
    ? 'yet every pod is used'
    : left === 0
      ? 'nobody is left'
      : left === 1
        ? `one ${isAll ? '' : 'other '}carries ${load}`
        : `${inWords(left)} ${isAll ? '' : 'others '}carry ${load}`
  return { n, anyway, title: `${sentence(inWords(n))} ${are} ejected, ${rest}` }
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const inWords = (n: number): string => NUMBERS[n] ?? count(n)
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * What fails by pods, limits and time: nothing in the text alone makes it certain. Its share is of the last seconds; once all
 * succeed again it is said since when. Undefined: nothing failed.
 */
export function headlineOfLosses(stage: Stage, tally: Tally): Headline | undefined {
  const wrong = tally.byOutcome.get('app-error') ?? 0
  const all = endsOf(stage, id => tally.counts.get(id) ?? 0, wrong)
  if (tally.total === 0 || all.failed === 0) return undefined
  const { recent, lastFailedMs } = tally
  if (recent && recent.total > 0 && recent.failed.size === 0) {
    const since = lastFailedMs === undefined ? '' : ` that left since ${justAfter(lastFailedMs)}`
    return {
      title: `Every request${since} succeeds again`,
      detail: `Before, ${count(all.failed)} of ${count(tally.total)} failed: ${all.worst ? causeOf(all.worst.hole) : 'pods answered 5xx'}.`,
    }
  }
  const isRecent = recent !== undefined && recent.total > 0
  const now = isRecent ? endsOf(stage, id => recent.failed.get(id) ?? 0, recent.failed.get('app-error') ?? 0) : all
  const share = measuredPercent(Math.max(0.001, now.failed / (isRecent ? recent.total : tally.total)))
  const who = `${isRecent && recent.total < tally.total ? `In the last ${String(RECENT_MS / 1000)} s, ` : ''}${share} of requests`
  const of = (n: number): string => `${count(n)} of ${count(tally.total)}`
  if (!now.worst) {
    const more = all.lost > 0 ? ` ${count(all.lost)} more died before that.` : ''
    return {
      title: `${who} fail: pods answer 5xx`,
      detail: `${of(wrong)} got it from a pod or its sidecar.${more}`,
    }
  }
  const { hole } = now.worst
  const died = tally.counts.get(hole.id) ?? 0
  const others = all.failed - died
  const more = others > 0 ? ` ${count(others)} more fail for other reasons.` : ''
  return {
    title: `${who} ${hole.bounced ? 'are turned away' : 'fail'}: ${causeOf(hole)}`,
    detail: `${of(died)} got ${hole.label}.${more}`,
  }
}

const causeOf = ({ cause }: HoleNode): string => cause.replace(/:.*/, '')
/** The first tenth of a second after. */
const justAfter = (ms: number): string => `${((Math.floor(ms / 100) + 1) / 10).toFixed(1)} s`

/** How many fail, how many of them in holes, and the hole with the most, if pods’ own errors are not more. */
function endsOf(stage: Stage, countOf: (hole: string) => number, wrong: number) {
  const deaths = stage.holes.map(hole => ({ hole, n: countOf(hole.id) })).sort((a, b) => b.n - a.n)
  const lost = deaths.reduce((sum, { n }) => sum + n, 0)
  const [worst] = deaths.filter(({ n }) => n > wrong)
  return { failed: wrong + lost, lost, worst }
}
