import type { ClusterEvent, RequestRecord, TryRecord } from '../../core/simulate/index.ts'
import type { Run } from './run-scenario.ts'

/** Something that is told at a moment of the run. */
export interface EventLine {
  readonly atMs: number
  readonly text: string
}

/** All that happened, one line an event, by time; a try stands at its end, before what it led to. */
export function eventLines({ log, applied }: Run): readonly EventLine[] {
  return [
    ...applied.map(({ sinceMs: atMs, label }) => ({ atMs, text: label })),
    ...log.requests.flatMap(toRequestLines),
    ...log.events.flatMap(toEventLine),
  ].sort((a, b) => a.atMs - b.atMs)
}

/** `t=1.200 s  #61 productpage → reviews-v1-0  try 1  503` */
export const printLine = ({ atMs, text }: EventLine): string => `t=${(atMs / 1000).toFixed(3)} s  ${text}`

function toRequestLines(record: RequestRecord): readonly EventLine[] {
  const { tries, copies, decision, endMs, atMs } = record
  const name = `#${String(record.number)} ${record.client.id}`
  const lines = tries.map((one, i) => ({
    atMs: one.endMs ?? one.atMs,
    text: `${name} → ${podOf(one)}  try ${String(i + 1)}  ${String(one.result ?? 'on its way')}${tookOf(one)}`,
  }))
  for (const copy of copies) {
    const text = `${name} ⇢ ${podOf(copy)}  copy  ${String(copy.result ?? 'on its way')}`
    lines.push({ atMs: copy.endMs ?? copy.atMs, text })
  }
  if (!decision) return tries.length > 0 ? lines : [...lines, { atMs, text: `${name}  on its way` }]
  const [only] = tries
  const isPlain = tries.length === 1 && only?.result === decision.status && decision.flags === '-'
  if (isPlain) return lines
  const after = tries.length > 1 ? `  after ${String(tries.length)} tries` : tries.length === 0 ? '  without a try' : ''
  return [...lines, { atMs: endMs ?? atMs, text: `${name} ←  ${answerOf(record)}${after}` }]
}

const podOf = ({ endpoint }: Pick<TryRecord, 'endpoint'>): string => endpoint?.pod ?? 'nobody'

function tookOf({ atMs, endMs }: TryRecord): string {
  return endMs === undefined ? '' : `  ${(endMs - atMs).toFixed(0)} ms`
}

/** `503 UH`; `-` where nothing came back. */
export function answerOf({ decision }: RequestRecord): string {
  if (!decision) return 'on its way'
  const { status, flags } = decision
  return [status === 0 ? '-' : String(status), ...(flags === '-' ? [] : [flags])].join(' ')
}

function toEventLine(event: ClusterEvent): readonly EventLine[] {
  const { atMs, proxy } = event
  switch (event.kind) {
    case 'ejected': {
      const { endpoint, because, count, untilMs, enforced } = event
      const what = enforced ? `ejected, for the ${ordinal(count)} time` : 'would be ejected'
      const until = enforced ? `, until ${(untilMs / 1000).toFixed(3)} s at least` : ''
      return [{ atMs, text: `${proxy}: ${endpoint.pod} ${what}${until} (${because.replaceAll('-', ' ')})` }]
    }
    case 'returned':
      return [{ atMs, text: `${proxy}: ${event.endpoint.pod} returned` }]
    case 'configured':
      return [{ atMs, text: `${proxy}: configured (${event.label})` }]
    case 'delivered':
      return []
  }
}

function ordinal(count: number): string {
  const ending = count % 100 > 10 && count % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th')
  return `${String(count)}${ending}`
}
