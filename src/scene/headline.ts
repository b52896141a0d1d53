import { expectedRange } from './expected-range.ts'
import { count, measuredPercent, percent } from './figures.ts'
import { headlineNow, headlineOfLosses } from './headline-now.ts'
import { NO_MOMENT } from './moment.ts'
import type { Moment } from './moment.ts'
import { indexRows } from './rule-words.ts'
import type { Headline, Tally } from './scene.ts'
import { isFair, legShare, legTotal } from './measured-share.ts'
import type { HoleNode, LegRow, RuleRow, Stage } from './stage.ts'

const NO_TRAFFIC: Headline = {
  title: 'No traffic yet.',
  detail: 'Paste kubectl output, or start from an example.',
}

/**
 * From this many on a measured share is told, before it the exact one.
 */
const ENOUGH = 500

/** What happens, and why, in two sentences. Measured where something was counted, else expected. */
export function headlineFor(stage: Stage, tally: Tally, moment: Moment = NO_MOMENT): Headline {
  if (stage.client.classes.length === 0) return NO_TRAFFIC
  const { title, detail } = whatHappens(stage, tally, moment)
  const more = amplified(tally)
  return { title, detail: more === undefined ? detail : `${more} ${detail}` }
}

/** From this many tries a request on retries multiply what the pods are asked; below it they only mend. */
const MULTIPLIES = { tries: 11, of: 10 }

/** `1,353 requests became 5,012 tries upstream.`, of those that have landed. */
function amplified({ total, tries = 0 }: Tally): string | undefined {
  if (total < FEW || tries * MULTIPLIES.of < total * MULTIPLIES.tries) return undefined
  return `${count(total)} requests became ${count(tries)} tries upstream.`
}

/** Of fewer a share says nothing. */
const FEW = 10

function whatHappens(stage: Stage, tally: Tally, moment: Moment): Headline {
  const holes = stage.holes.filter(hole => hole.share > 0)
  const died = holes.reduce((sum, { id }) => sum + (tally.counts.get(id) ?? 0), 0)
  const isMeasured = died > 0 && tally.total >= ENOUGH && isFair(tally)
  const share = isMeasured ? died / tally.total : holes.reduce((sum, hole) => sum + hole.share, 0)
  const [worst] = [...holes].sort((a, b) => b.share - a.share)
  if (!worst) return unforeseen(stage, tally, moment) ?? healthy(stage, tally, moment)
  const others = holes.length - 1
  const more =
    others === 0 ? '' : others === 1 ? ' There is one more cause.' : ` There are ${String(others)} more causes.`
  return { title: lossTitle(stage, holes, worst, { share, isMeasured }), detail: causeDetail(stage, worst) + more }
}

/** What no text alone tells: what fails lately comes first, then what the sidecar does, then what failed before. */
function unforeseen(stage: Stage, tally: Tally, moment: Moment): Headline | undefined {
  const now = headlineNow(stage, tally, moment)
  const losses = headlineOfLosses(stage, tally)
  const isLosing = (tally.recent?.failed.size ?? 0) > 0
  // A gate that is closed says itself that requests are lost.
  const isClosed = stage.holes.some(({ bounced, at }) => bounced && moment.closed.has(at))
  if (!now || !losses || !isLosing || isClosed) return now ?? losses
  return { title: losses.title, detail: `${losses.detail} ${now.title}.` }
}

interface Loss {
  readonly share: number
  /** Else it is what the text makes certain. */
  readonly isMeasured: boolean
}

function lossTitle(stage: Stage, holes: readonly HoleNode[], worst: HoleNode, { share, isMeasured }: Loss): string {
  const all = share > 0.9995
  const told = Math.max(share, 0.001)
  const who = all ? 'Every request' : `${isMeasured ? measuredPercent(told) : percent(told)} of requests`
  const does = (one: string, many: string): string => (all ? one : isMeasured ? many : `will ${many}`)
  const { name } = stage.client
  if (holes.every(hole => hole.outcome === 'injected')) return `${who} ${does('gets', 'get')} an ${worst.cause}`
  if (holes.every(hole => hole.at === stage.client.id))
    return `${who} ${does('fails', 'fail')} before ${name} can send anything`
  const ways = new Set(holes.map(hole => stage.workloads.find(({ id }) => id === hole.at)?.name))
  const [target] = ways
  if (ways.size === 1 && target !== undefined) return `${who} ${does('dies', 'die')} on the way to ${target}`
  if (!stage.sidecar.present) return `${who} ${does('dies', 'die')} before reaching a pod`
  const proxy = stage.sidecar.title.includes('’s sidecar') ? `${name}’s own sidecar` : `${stage.sidecar.title} itself`
  return `${who} ${does('dies', 'die')} in ${proxy}`
}

/** Who sends requests to their end, and why they end there. */
function causeDetail(stage: Stage, hole: HoleNode): string {
  const lane = stage.lanes.filter(each => each.to === hole.id).sort((a, b) => b.share - a.share)[0]
  const rows = indexRows(stage)
  const [, what = ''] = hole.cause.split(': ')
  if (hole.cause.startsWith('REGISTRY_ONLY')) return `${hole.cause}.`
  if (hole.label.endsWith('NC')) {
    const sent = lane && rows.ofLeg(lane.from)
    const missing = what.startsWith('no subset')
      ? !sent
        ? `No DestinationRule defines ${what.slice(3)}, so Envoy has no such cluster.`
        : 'No DestinationRule defines it, so Envoy has no such cluster.'
      : what.startsWith('no DestinationRule')
        ? 'No DestinationRule defines any subset, so Envoy has no such cluster.'
        : `${what.startsWith('no ') ? `There is ${what}` : nameFirst(what)}, so Envoy has no such cluster.`
    return `${sent ? `${sends(sent.words, sent.row, sent.leg)}. ` : ''}${missing}`
  }
  if (hole.label.endsWith('UH')) {
    const split =
      lane &&
      stage.lanes.filter(each => each.kind === 'split' && each.to === lane.from).sort((a, b) => b.share - a.share)[0]
    const sent = split && rows.ofLeg(split.from)
    return `${sent ? `${sends(sent.words, sent.row, sent.leg)}. ` : ''}No pod is there to take it: ${what}.`
  }
  if (hole.label.endsWith('NR') && hole.cause.startsWith('no rule'))
    return `${sentence(ofHost(stage, hole))}. The last rule has conditions too, so nothing takes the rest.`
  if (hole.outcome === 'injected') {
    const row = lane && rows.ofRow(lane.from)
    return `${row ? sentence(row) : 'A rule'} asks for this fault. No pod sees these requests.`
  }
  return `${sentence(hole.cause)}.`
}

function sends(words: string, row: RuleRow, leg: LegRow): string {
  const alone = row.legs.filter(each => each.kind !== 'mirror').length === 1
  const part = alone ? 'everything it takes' : percent(leg.setShare ?? 0)
  return `${sentence(words)} sends ${part} to ${/^v\d/.test(leg.label) ? 'subset ' : ''}${leg.label}`
}

/** `no rule of blog.example.com matched /`, where the picture has several hosts. */
function ofHost({ rules }: Stage, { at, cause }: HoleNode): string {
  const host = rules.length > 1 ? rules.find(({ id }) => id === at)?.title : undefined
  return host === undefined ? cause : cause.replace('no rule matched', `no rule of ${host} matched`)
}

/** A resource is called as the text spells it, at the start of a sentence too. */
const nameFirst = (text: string): string => (/^(this|that|Envoy)\b/.test(text) ? sentence(text) : text)
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function healthy(stage: Stage, tally: Tally, { sinceMs }: Moment): Headline {
  const since = sinceMs === undefined ? '' : ` that left since ${fromTenth(sinceMs)}`
  const title = `Every request${since} succeeds.`
  const { name, ratePerSecond, atOnce = 0 } = stage.client
  const rate = `${ratePerSecond > 0 ? `${count(ratePerSecond)} requests a second` : `${count(atOnce)} at a time`} from ${name}`
  const split = thinnestSplit(stage)
  const none = tally.total === 0
  if (!split) {
    const detail = none ? `${rate}.` : `${count(tally.total)} requests, none failed.`
    return { title, detail }
  }
  const { words, row, leg } = split
  const set = leg.setShare ?? 0
  const measured = legShare(tally, row, leg)
  const { low, high } = expectedRange(set, legTotal(tally, row, leg))
  return {
    title: `${title} ${leg.label} gets ${part(set)} of what ${words} takes.`,
    detail:
      measured === undefined
        ? `${rate}.`
        : `${count(tally.total)} requests. ${percent1(measured)} measured; ${plain(low)} to ${percent1(high)} is normal at this count.`,
  }
}

/** The first tenth of a second that is not before: rounded, it would speak of requests that left earlier too. */
const fromTenth = (ms: number): string => `${(Math.ceil(ms / 100 - 1e-9) / 10).toFixed(1)} s`

const plain = (share: number): string => (share * 100).toFixed(1)
const percent1 = (share: number): string => `${plain(share)} %`

function thinnestSplit(stage: Stage) {
  const rows = indexRows(stage)
  const legs = stage.rules.flatMap(node =>
    node.rows.flatMap(row => {
      const split = row.legs.filter(leg => leg.kind !== 'mirror' && (leg.setShare ?? 0) > 0)
      return split.length < 2 || row.share <= 0 ? [] : split
    }),
  )
  const [thinnest] = [...legs].sort((a, b) => (a.setShare ?? 0) - (b.setShare ?? 0))
  return thinnest && rows.ofLeg(thinnest.id)
}

const WORDS = [
  '',
  '',
  'half',
  'one in three',
  'one in four',
  'one in five',
  'one in six',
  'one in seven',
  'one in eight',
  'one in nine',
  'one in ten',
]

/** `one in ten` where that is exact, else the figure. */
function part(share: number): string {
  const n = Math.round(1 / share)
  const word = Math.abs(n * share - 1) < 1e-9 ? WORDS[n] : undefined
  return word || percent(share)
}
