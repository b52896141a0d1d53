import type { RolloutSpec } from './kubernetes-spec.ts'
import type { Reader } from './reader.ts'

/** What a workload's spec says of how its pods come and go; undefined: nothing. */
export function readRollout(spec: Reader): RolloutSpec | undefined {
  const strategy = spec.at('strategy')
  const rolling = strategy.at('rollingUpdate')
  const pod = spec.at('template', 'spec')
  const seconds = (from: Reader, name: string): number | undefined => {
    const value = from.number(name)
    return value === undefined ? undefined : Math.max(0, value) * 1000
  }
  const written = {
    strategy: strategy.string('type'),
    maxSurge: rolling.number('maxSurge') ?? rolling.string('maxSurge'),
    maxUnavailable: rolling.number('maxUnavailable') ?? rolling.string('maxUnavailable'),
    minReadyMs: seconds(spec, 'minReadySeconds'),
    graceMs: seconds(pod, 'terminationGracePeriodSeconds'),
    preStopMs: longestSleep(pod),
  }
  const given = Object.entries(written).filter(([, value]) => value !== undefined)
  return given.length === 0 ? undefined : Object.fromEntries(given)
}

const SLEEP = /\bsleep\s+(\d+(?:\.\d+)?)/

/** Of all containers: `lifecycle.preStop.sleep`, or a command that sleeps. */
function longestSleep(pod: Reader): number | undefined {
  const sleeps = pod.list('containers').flatMap(container => {
    const hook = container.at('lifecycle', 'preStop')
    const written = SLEEP.exec(hook.at('exec').strings('command').join(' '))?.[1]
    const seconds = hook.at('sleep').number('seconds') ?? (written === undefined ? undefined : Number(written))
    return seconds === undefined ? [] : [seconds * 1000]
  })
  return sleeps.length === 0 ? undefined : Math.max(...sleeps)
}
