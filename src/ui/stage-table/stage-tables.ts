import type { Outcome, Stage, Tally } from '../../scene/index.ts'
import { expectedShare } from '../graph-pane/expected-words.ts'
import { count, measuredPercent, pace, portion, setPercent } from '../graph-pane/figures.ts'
import { keyOf, legShare, measuredShare } from '../../scene/index.ts'
import type { Drawing } from '../graph-pane/drawing.ts'
import { podCount } from '../graph-pane/pod-count.ts'
import { podWords } from '../graph-pane/pod-words.ts'
import { poolLines } from '../graph-pane/pool-lines.ts'
import { AS_BEFORE } from '../graph-pane/stage-items.ts'
import { takenBy } from '../graph-pane/taken-by.ts'

export interface StageTable {
  readonly caption: string
  readonly columns: readonly string[]
  readonly groups: readonly TableGroup[]
}

export interface TableGroup {
  /** Over its rows, where there may be several groups. */
  readonly title?: string
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  /** On the stage, else of the outcome. */
  readonly id: string
  readonly head: string
  /** Its shape stands before the head. */
  readonly outcome?: Outcome
  /** It can be chosen as on the picture: what that does, in words. */
  readonly opens?: string
  /** Beside the head, for all lines. */
  readonly shared?: readonly string[]
  readonly lines: readonly (readonly string[])[]
}

export type TableSource = Pick<Drawing, 'stage' | 'earlier' | 'tally' | 'moment' | 'pools'>

const NONE = '–'
const words = (...parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join(', ')
const some = (n: number, what: string): string => `${count(n)} ${what}${n === 1 ? '' : 's'}`
const measured = (share: number | undefined): string => (share === undefined ? NONE : measuredPercent(share))

/** All that the picture shows at a moment, in the order in which requests meet it. Tables without rows are left out. */
export function stageTables(source: TableSource): readonly StageTable[] {
  const tables = [clients(source), rules(source), subsets(source), pods(source), replies(source), losses(source)]
  return [...tables, outcomes(source)].filter(({ groups }) =>
    groups.some(({ title, rows }) => title !== undefined || rows.length > 0),
  )
}

const from = ({ earlier }: TableSource, { id, assumed }: Pick<Stage['client'], 'id' | 'assumed'>) =>
  assumed !== undefined ? 'assumed' : earlier?.has(id) === true && AS_BEFORE

const landed = ({ counts }: Tally, id: string): string => count(counts.get(id) ?? 0)

function clients(source: TableSource): StageTable {
  const { client } = source.stage
  const lines = client.classes.map(({ label, share }) => [label.replace(/^[\d.]+ % /, ''), setPercent(share)])
  return {
    caption: 'Who calls',
    columns: ['Client', 'Sends', 'Kind of request', 'Share'],
    groups: [
      {
        rows: [
          {
            id: client.id,
            head: words(client.name, from(source, client)),
            shared: [pace(client)],
            lines: lines.length > 0 ? lines : [[NONE, NONE]],
          },
        ],
      },
    ],
  }
}

function rules(source: TableSource): StageTable {
  const { stage, tally } = source
  return {
    caption: 'Rules',
    columns: ['Rule', 'Takes', 'Requests', 'Sends to', 'Set', 'Measured', 'Requests there'],
    groups: stage.rules.map(card => ({
      title: words(
        card.title,
        card.resource ? (card.resourceKind ?? 'VirtualService') : 'no VirtualService',
        from(source, card),
      ),
      rows: card.rows.map(row => ({
        id: row.id,
        head: row.title,
        shared: [
          words(row.condition, row.state === 'unreachable' && (row.why ?? 'never reached'), ...row.badges),
          count(takenBy(row, tally)),
        ],
        lines:
          row.legs.length === 0
            ? [[NONE, NONE, NONE, NONE]]
            : row.legs.map(leg => [
                leg.label,
                leg.setShare === undefined ? 'a copy' : setPercent(leg.setShare),
                measured(legShare(tally, row, leg)),
                landed(tally, leg.id),
              ]),
      })),
    })),
  }
}

function subsets(source: TableSource): StageTable {
  const { stage, tally, moment, pools } = source
  const limited = stage.subsets.some(({ rows }) => rows.some(({ isLimited }) => isLimited))
  const held = (id: string): string =>
    words(
      ...poolLines(pools?.clusters.get(id)).map(({ label, value }) => `${label.toLowerCase()} ${value}`),
      moment.closed.has(id) && stage.holes.find(({ bounced, at }) => bounced && at === id)?.cause,
    )
  return {
    caption: 'Subsets',
    columns: ['Subset', 'Labels', 'Policy', 'Measured', 'Expected', 'Requests', ...(limited ? ['Holds now'] : [])],
    groups: stage.subsets.map(card => ({
      title: words(card.title, ...(card.resource ? ['DestinationRule'] : []), ...card.badges, from(source, card)),
      rows: card.rows.map(row => ({
        id: row.id,
        head: row.name,
        lines: [
          [
            row.selector || NONE,
            words(...row.badges) || NONE,
            measured(measuredShare(tally, row.id)),
            expectedShare(row.share, tally.total)?.words.replace('expected ', '') ?? setPercent(row.share),
            landed(tally, row.id),
            ...(limited ? [row.isLimited ? held(row.id) : NONE] : []),
          ],
        ],
      })),
    })),
  }
}

function pods(source: TableSource): StageTable {
  const { stage, tally, moment, pools } = source
  return {
    caption: 'Pods',
    columns: ['Pod', 'State', 'In flight', 'Requests'],
    groups: stage.workloads.map(workload => {
      const there =
        workload.pods.length === 0 ? 'no pods' : (podCount(workload, moment) ?? some(workload.pods.length, 'pod'))
      return {
        title: words(workload.name, there, `${landed(tally, workload.id)} requests`, from(source, workload)),
        rows: workload.pods.map(pod => ({
          id: pod.id,
          head: pod.name,
          lines: [
            [
              words(...podWords(pod, moment, pools)),
              String(pools?.pods.get(pod.id)?.inFlight ?? NONE),
              landed(tally, pod.id),
            ],
          ],
        })),
      }
    }),
  }
}

function replies({ stage, tally }: TableSource): StageTable {
  return {
    caption: 'Answers of the proxy',
    columns: ['Answer', 'What', 'Measured', 'Requests'],
    groups: [
      {
        rows: stage.replies.map(({ id, label, detail, outcome }) => ({
          id,
          head: label,
          outcome,
          lines: [[detail, measured(measuredShare(tally, id)), landed(tally, id)]],
        })),
      },
    ],
  }
}

function losses({ stage, tally }: TableSource): StageTable {
  return {
    caption: 'Black holes',
    columns: ['Status and flag', 'Cause', 'Where', 'Measured', 'Expected', 'Requests'],
    groups: [
      {
        rows: stage.holes.map(({ id, label, cause, at, outcome, share }) => ({
          id,
          head: label,
          outcome,
          opens: `Why ${label}`,
          lines: [
            [
              cause,
              placeOf(stage, at),
              measured(measuredShare(tally, id)),
              share > 0 ? setPercent(share) : NONE,
              landed(tally, id),
            ],
          ],
        })),
      },
    ],
  }
}

/** What a hole is at, by its kind and name. */
function placeOf({ client, rules, subsets, workloads }: Stage, at: string): string {
  if (client.id === at) return client.name
  for (const { id, title, rows, resource, resourceKind = 'VirtualService' } of rules) {
    const row = rows.find(each => each.id === at || each.legs.some(leg => leg.id === at))
    if (row || id === at) return words(`${resource ? resourceKind : 'host'} ${title}`, row?.title)
  }
  for (const { id, title, rows, resource } of subsets) {
    const row = rows.find(each => each.id === at)
    if (row || id === at) return words(`${resource ? 'DestinationRule' : 'host'} ${title}`, row?.name)
  }
  return workloads.find(each => each.id === at || each.pods.some(pod => pod.id === at))?.name ?? NONE
}

function outcomes({ tally }: TableSource): StageTable {
  return {
    caption: `Outcomes of ${some(tally.total, 'request')}`,
    columns: ['Outcome', 'Requests', 'Share'],
    groups: [
      {
        rows: keyOf(tally).map(({ outcome, words: head, count: n }) => ({
          id: outcome,
          head,
          outcome,
          lines: [[count(n), measuredPercent(portion(n, tally.total))]],
        })),
      },
    ],
  }
}
