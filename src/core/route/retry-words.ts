import type { StepWords } from './step-words.ts'
import type { TraceStep } from './trace.ts'

type Retry = Extract<TraceStep, { kind: 'retry' }>

/** The next try, why the one before failed, and how long it waits. */
export function retryWords(step: Retry): StepWords {
  const { attempt, most, pauseMs, isMeasured } = step
  const pause = isMeasured ? `waited ${String(pauseMs)} ms` : `waits ${String(pauseMs)} ms on average`
  return {
    mark: 'dot',
    title: `Try ${String(attempt)} of up to ${String(most)}`,
    detail: `try ${String(attempt - 1)} failed: ${failureWords(step)}; ${pause} before it`,
  }
}

function failureWords({ failed, pod: name }: Retry): string {
  const pod = name === undefined ? 'the address' : `pod ${name}`
  switch (failed) {
    case 'reset':
      return `${pod} closed the connection`
    case 'per-try-timeout':
      return `${pod} did not answer within the time for one try`
    case 'refused':
      return `${pod} refused the connection`
    case 'connect-timeout':
      return `${pod} did not take the connection in time`
    case 'tls-error':
      return `no TLS with ${pod}`
    default:
      return `${pod} answered ${String(failed)}`
  }
}
