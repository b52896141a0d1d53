import { assertNever } from '../core/base/assert-never.ts'
import type { TraceStep } from '../core/route/index.ts'

/** One step of a trace as a line of text. */
export function describeStep(step: TraceStep): string {
  switch (step.kind) {
    case 'dns':
      return step.address === undefined ? `${step.name} does not resolve` : `${step.name} resolves to ${step.address}`
    case 'listener':
      return step.name === undefined ? 'no listener takes it' : `listener ${step.name} takes it as ${step.protocol}`
    case 'virtual-host':
      return `virtual host ${step.name}: host ${step.authority} matches ${step.domain}`
    case 'route-skipped':
      return `${step.label} does not match: ${step.because}`
    case 'route-matched':
      return `${step.label} matches: ${step.because}`
    case 'route-not-reached':
      return `${step.label} is not tried: ${step.because}`
    case 'no-route':
      return 'no rule matches'
    case 'draw':
      return describeDraw(step)
    case 'delay':
      return `held back for ${String(step.delayMs)} ms`
    case 'rewrite':
      return step.what
    case 'mirror':
      return `mirror ${step.cluster}: ${step.because}`
    case 'cluster':
      return `cluster ${step.name}: ${step.because}`
    case 'endpoints':
      return step.because
    case 'endpoint':
      return `pod ${step.pod} (${step.workload}) at ${step.address}`
    case 'answer':
      return describeAnswer(step)
    default:
      return assertNever(step)
  }
}

function describeDraw(step: Extract<TraceStep, { kind: 'draw' }>): string {
  const options = step.options.map(({ label, share, taken }) => `${label} ${percent(share)}${taken ? ' (taken)' : ''}`)
  const drawn = step.value === undefined ? '' : `${step.value.toFixed(4)}: `
  return `draw of ${step.what}: ${drawn}${options.join(', ')}`
}

function percent(share: number): string {
  return `${String(Number((share * 100).toFixed(4)))} %`
}

function describeAnswer({ status, flags, details, by, because }: Extract<TraceStep, { kind: 'answer' }>): string {
  if (status === 0) return because
  return `${String(status)} ${flags} ${details} from ${by}: ${because}`
}
