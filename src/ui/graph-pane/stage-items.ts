import type { Box } from '../../layout/index.ts'
import { HOLE_GAUGE } from '../../layout/measures.ts'
import type { Outcome, Stage, Tally } from '../../scene/index.ts'
import { legShare, measuredShare, stateSentences, wordsOf } from '../../scene/index.ts'
import type { Drawing } from './drawing.ts'
import { podCount } from './pod-count.ts'
import { podWords } from './pod-words.ts'
import { poolLines } from './pool-lines.ts'
import { takenBy } from './taken-by.ts'
import { count, measuredPercent, pace, setPercent } from './figures.ts'

/** Something on the stage that can be focused. */
export interface StageItem {
  readonly id: string
  /** Kind, name, state, numbers. */
  readonly name: string
  readonly box: Box
  /** A row or a pod, of the last one before it that is not. */
  readonly inside: boolean
  /** Why, where its name does not say it all. */
  readonly note?: string
}

/** Of what the cluster keeps while it refuses the text's version. */
export const AS_BEFORE = 'as accepted before'

const words = (...parts: (string | false | undefined)[]): string => parts.filter(Boolean).join(', ')

const some = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`

const requests = (tally: Tally, id: string): string => `${count(tally.counts.get(id) ?? 0)} requests`

export const holeName = (outcome: Outcome, label: string, cause: string, n: number, total: number): string =>
  words('Hole', label, cause.replace(/:.*/, '') || wordsOf(outcome), `${count(n)} of ${count(total)} requests`)

/** A hole's disc with the gauge around it. */
const withGauge = ({ x, y, width, height }: Box): Box => ({
  x: x - HOLE_GAUGE,
  y: y - HOLE_GAUGE,
  width: width + 2 * HOLE_GAUGE,
  height: height + 2 * HOLE_GAUGE,
})

/** Everything focusable, in the order in which traffic meets it. Rows and pods say what they are inside. */
export function stageItems({
  stage,
  earlier,
  positions,
  tally,
  moment,
  pools,
}: Pick<Drawing, 'stage' | 'earlier' | 'positions' | 'tally' | 'moment' | 'pools'>): readonly StageItem[] {
  const items: StageItem[] = []
  const put = (id: string, inside: boolean, name: string, also?: string, note?: string): void => {
    const box = positions.boxes.get(id)
    const more = also === undefined ? undefined : positions.boxes.get(also)
    if (box) items.push({ id, name, box: more ? around(withGauge(box), more) : box, inside, ...(note && { note }) })
  }
  /** What a card's name ends with: where it is from, if not from the text. */
  const source = ({ id, assumed }: Pick<Stage['client'], 'id' | 'assumed'>) =>
    assumed !== undefined ? 'assumed' : earlier?.has(id) === true && AS_BEFORE
  const { client } = stage
  put(client.id, false, words('Client', client.name, pace(client), source(client)))
  for (const card of stage.rules) {
    const kind = card.resource ? (card.resourceKind ?? 'VirtualService') : 'Default route'
    put(card.id, false, words(kind, card.title, some(card.rows.length, 'rule'), source(card)))
    card.rows.forEach((row, i) => {
      const state = row.state === 'unreachable' && (row.why ?? 'never reached')
      const legs = row.legs.map(leg => {
        if (leg.setShare === undefined) return `copies to ${leg.label}`
        const measured = leg.setShare < 1 ? legShare(tally, row, leg) : undefined
        const set = `${setPercent(leg.setShare)} to ${leg.label}`
        return measured === undefined ? set : `${set}, measured ${measuredPercent(measured)}`
      })
      put(
        row.id,
        true,
        words(`Rule ${i + 1}`, row.title, row.condition, state, ...legs, `${count(takenBy(row, tally))} requests`),
      )
    })
  }
  for (const card of stage.subsets) {
    const kind = card.resource ? 'DestinationRule' : 'Cluster'
    put(card.id, false, words(kind, card.title, ...card.badges, source(card)))
    for (const row of card.rows) {
      const share = measuredShare(tally, row.id)
      const part = share !== undefined && `${measuredPercent(share)} of requests`
      const gate = moment.closed.has(row.id) && stage.holes.find(hole => hole.bounced && hole.at === row.id)?.cause
      const pool =
        row.isLimited &&
        poolLines(pools?.clusters.get(row.id)).map(({ label, value }) => `${label.toLowerCase()} ${value}`)
      put(row.id, true, words('Subset', row.name, row.selector, gate, pool?.join(', '), part))
    }
  }
  for (const hole of stage.holes) {
    const n = tally.counts.get(hole.id) ?? 0
    put(hole.id, false, holeName(hole.outcome, hole.label, hole.cause, n, tally.total), `${hole.id}#label`)
  }
  for (const reply of stage.replies)
    put(reply.id, false, words('Reply', reply.label, reply.detail, requests(tally, reply.id)))
  for (const workload of stage.workloads) {
    const off = podCount(workload, moment)
    const pods = workload.pods.length === 0 ? 'no pods' : (off ?? some(workload.pods.length, 'pod'))
    const bad = off === undefined && workload.pods.some(pod => !pod.ready) && 'not all ready'
    const name = words('Workload', workload.name, pods, bad, requests(tally, workload.id), source(workload))
    put(workload.id, false, name)
    for (const pod of workload.pods) {
      const now = pools?.pods.get(pod.id)
      const busy = now && `${now.inFlight} in flight`
      const note = stateSentences(moment.pods.get(pod.id), moment.nowMs).join(' ')
      const name = words('Pod', pod.name, ...podWords(pod, moment, pools), busy)
      put(pod.id, true, name, undefined, note)
    }
  }
  return items
}

/** The smallest box that holds both. */
function around(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  const [right, bottom] = [Math.max(a.x + a.width, b.x + b.width), Math.max(a.y + a.height, b.y + b.height)]
  return { x, y, width: right - x, height: bottom - y }
}
