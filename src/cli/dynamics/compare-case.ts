import { parseDuration } from '../../core/base/duration.ts'
import { parseCaller } from '../caller.ts'
import { show } from '../conform/disagreement.ts'
import type { Disagreement } from '../conform/disagreement.ts'
import { chanceOf } from './chance-of.ts'
import type { Facts } from './facts.ts'
import { findTurn } from './find-turn.ts'
import { isLeftOut } from './left-out.ts'
import { momentsOfChange } from './moments-of-change.ts'
import { observe } from './observe.ts'
import { planWorlds } from './plan-worlds.ts'
import type { Overlay, Plan } from './plan-worlds.ts'
import type { EndpointLine, Recording, Refusal } from './recording.ts'
import { runTimedCase } from './run-timed-case.ts'
import { throwDice } from './throw-dice.ts'
import type { TimedCase } from './timed-case.ts'
import { toleranceOf } from './tolerances.ts'

/** Runs a case through the simulator and says in what it differs from its recording. */
export function compareCase(
  one: TimedCase,
  recording: Recording | undefined,
  overlay: Overlay,
): readonly Disagreement[] {
  if (!recording) return [{ field: 'recording', expected: 'one', got: 'nothing recorded' }]
  const plan = planWorlds(one, overlay)
  const refused = compareRefusals(plan, recording.refused ?? [])
  if (refused.length > 0 || recording.refused) return refused
  const facts: Facts = {
    one,
    recording,
    tolerance: toleranceOf(one),
    moments: momentsOfChange(one, recording),
    backOffMs: settingOf(one, 'backoff') ?? 25,
    baseEjectionMs: settingOf(one, 'baseEjectionTime') ?? 30_000,
    run: seed => observe(one, runTimedCase(one, plan, seed)),
    isLeftOut: field => isLeftOut(one.name, field),
  }
  const compare = chanceOf(one, plan, recording) === 'dice' ? throwDice : findTurn
  return [...compareEndpoints(one, plan, recording), ...compare(facts)]
}

function settingOf({ config }: TimedCase, name: string): number | undefined {
  const written = new RegExp(`${name}: ([\\d.]+m?s)`).exec(config)?.[1]
  return written === undefined ? undefined : parseDuration(written)
}

function compareRefusals({ world }: Plan, refused: readonly Refusal[]): readonly Disagreement[] {
  const recorded = refused.map(({ Kind, Namespace, Name }) => `${Kind} ${Namespace}/${Name}`).sort()
  const got = [...world.refused].map(({ key }) => String(key)).sort()
  return show(recorded) === show(got) ? [] : [{ field: 'refused', expected: show(recorded), got: show(got) }]
}

/** Who is in a cluster, in what order and with what weight. Compared as everybody is there. */
function compareEndpoints(one: TimedCase, plan: Plan, { endpoints = {} }: Recording): readonly Disagreement[] {
  const router = (plan.changes.at(-1)?.routerFor ?? plan.routerFor)(parseCaller(one.flows[0]?.from ?? ''))
  return Object.entries(endpoints).flatMap(([name, recorded]) => {
    const cluster = [...router.config.clusters.values()].find(each => each.name === name)
    const got = (cluster?.endpoints ?? []).map(({ address, port, pod, weight = 1 }): EndpointLine => [
      `${address.replace(/^\d+/, '127')}:${String(port)}`,
      pod,
      weight,
    ])
    // Where a list begins does not show in a turn, and a ring is made of all of it.
    const turned = got.map((_, i) => show([...got.slice(i), ...got.slice(0, i)]))
    return turned.includes(show(recorded)) || show(got) === show(recorded)
      ? []
      : [{ field: `endpoints of ${name}`, expected: show(recorded), got: show(got) }]
  })
}
