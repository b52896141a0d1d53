import { assertNever } from '../../core/base/assert-never.ts'
import type { TraceStep } from '../../core/route/index.ts'

export type StepMark = 'dot' | 'matched' | 'skipped' | 'never' | 'lost' | 'answered'

export interface StepWords {
  readonly mark: StepMark
  readonly title: string
  readonly detail: string
}

const percent = (share: number) => `${String(Math.round(share * 1000) / 10)} %`

/** One step of a trace in plain words. */
export function wordsOf(step: TraceStep): StepWords {
  switch (step.kind) {
    case 'dns':
      return step.address === undefined
        ? {
            mark: 'lost',
            title: `${step.name} does not resolve`,
            detail: 'No Service of that name is visible from here',
          }
        : { mark: 'dot', title: `${step.name} resolves`, detail: `to ${step.address}` }
    case 'listener':
      return {
        mark: step.name === undefined ? 'lost' : 'dot',
        title: step.name === undefined ? 'No listener' : `Listener ${step.name}`,
        detail:
          step.protocol === 'http'
            ? 'outbound, HTTP: routes apply'
            : step.protocol === 'tcp'
              ? 'outbound, TCP: no HTTP rule applies'
              : 'outbound, passes through to the address dialled',
      }
    case 'virtual-host':
      return {
        mark: 'dot',
        title: `Virtual host ${step.name}`,
        detail:
          step.domain === '*'
            ? `no domain is ${step.authority}; * takes all`
            : `domain ${step.domain} matches ${step.authority}`,
      }
    case 'route-skipped':
      return { mark: 'skipped', title: step.label, detail: `skipped: ${step.because}` }
    case 'route-matched':
      return { mark: 'matched', title: step.label, detail: `matched: ${step.because}` }
    case 'route-not-reached':
      return { mark: 'never', title: step.label, detail: `never reached: ${step.because}` }
    case 'no-route':
      return {
        mark: 'lost',
        title: 'No rule matches',
        detail: 'All were tried. There is no default behind a VirtualService.',
      }
    case 'draw': {
      const taken = step.options.find(option => option.taken)
      const value = step.value === undefined ? '' : ` ${step.value.toFixed(3)}`
      const options = step.options.map(option => `${option.label} ${percent(option.share)}`).join(', ')
      return { mark: 'dot', title: `Draw${value}, so ${taken?.label ?? 'none'}`, detail: options }
    }
    case 'delay':
      return {
        mark: 'dot',
        title: `Waits ${String(step.delayMs / 1000)} s`,
        detail: 'an injected delay, before anything else',
      }
    case 'rewrite':
      return { mark: 'dot', title: 'Rewritten', detail: step.what }
    case 'mirror':
      return {
        mark: 'dot',
        title: step.pod === undefined ? 'Copy dropped' : `Copy to ${step.pod}`,
        detail: step.because,
      }
    case 'cluster':
      return {
        mark: step.found ? 'dot' : 'lost',
        title: step.found ? 'Cluster' : 'Cluster not found',
        detail: step.found ? step.name : `${step.name}. ${step.because}`,
      }
    case 'endpoints':
      return {
        mark: step.healthy === 0 ? 'lost' : 'dot',
        title: `${String(step.healthy)} of ${String(step.total)} ${step.total === 1 ? 'pod' : 'pods'} can answer`,
        detail: step.because,
      }
    case 'endpoint':
      return { mark: 'dot', title: `Pod ${step.pod}`, detail: step.address }
    case 'answer':
      return {
        mark: step.status >= 500 || step.flags !== '-' ? 'lost' : 'answered',
        title:
          step.status === 0
            ? 'No answer'
            : `Answered ${String(step.status)}${step.flags === '-' ? '' : `, flag ${step.flags}`}`,
        detail: `by ${step.by}${step.because === '' ? '' : `. ${step.because}`}`,
      }
    default:
      return assertNever(step)
  }
}
