import { timesWords } from '../../scene/index.ts'
import type { Split } from '../../scene/index.ts'
import type { PodNowFigures } from './metrics-panel-props.ts'
import { count, measuredPercent, oneDigit, portion, setPercent } from '../graph-pane/figures.ts'

/** `0.6 ms`, `24 ms`, `1.25 s`: `ms` below one second, no digit that says nothing. */
export function duration(ms: number): string {
  if (ms >= 999.5) return `${String(Number((ms / 1000).toFixed(2)))} s`
  return `${String(Number(ms.toFixed(ms < 9.95 ? 1 : 0)))} ms`
}

export const perSecond = (rate: number): string => `${rate.toFixed(1)} req/s`

/** `87.7 to 91.9 %`: to the digit that the measured share has; `all` where nothing else can be. */
export function rangeWords({ range }: Split): string {
  if (!range) return '–'
  const [low, high] = [oneDigit(range.low), oneDigit(range.high)]
  if (low !== high) return `${low} to ${high} %`
  return range.low === 1 ? 'all' : range.high === 0 ? 'none' : `${low} %`
}

export const measuredWords = ({ count: n, of }: Split): string => (of > 0 ? measuredPercent(portion(n, of)) : '–')

/** Whether chance explains a share, in two or three words. */
export function verdictWords({ verdict }: Split): string {
  switch (verdict.kind) {
    case 'none':
      return 'none yet'
    case 'expected':
      return 'as expected'
    case 'chance':
      return 'outside, by chance'
    case 'unlikely':
      return 'outside'
    case 'early':
      return 'not settled'
  }
}

/** The same in a sentence, where there is something to explain. */
export function verdictSentence({ label, set, count: n, of, verdict }: Split): string | undefined {
  const measured = `${count(n)} of ${count(of)} went to ${label}. Set to ${setPercent(set)}`
  switch (verdict.kind) {
    case 'none':
    case 'expected':
      return undefined
    case 'chance':
      return `${measured}, yet ${timesWords(verdict.oneIn)} that happens.`
    case 'unlikely':
      return `${measured}: chance does that ${timesWords(verdict.oneIn)}, so it is not chance.`
    case 'early':
      return `${measured}. What is answered soon is counted first; the rest is on its way.`
  }
}

/** `3 in flight, ejected twice`; nothing where nothing is known. */
export function podNowWords({ inFlight, ejections }: PodNowFigures): string {
  const times = ['', 'ejected once', 'ejected twice'][ejections] ?? `ejected ${count(ejections)} times`
  return [inFlight === undefined ? '' : `${count(inFlight)} in flight`, times].filter(part => part !== '').join(', ')
}
