import type { ProxyId } from '../base/ids.ts'
import type { TextEdit } from '../base/text-range.ts'
import { STEP_MS, breakEdits, entryOf, offersFor, planBreak, planHeal } from '../scenario/index.ts'
import type { BreakKind, BreakPlan, BreakTarget } from '../scenario/index.ts'
import type { Traffic } from '../simulate/index.ts'
import { appendDocument, writeFlow } from '../yaml/index.ts'
import type { World } from './world.ts'
import { scenarioWith } from './write-assumed.ts'

/** Something that can be done to pods while they serve, and how to write it down. */
export interface BreakChoice {
  readonly kind: BreakKind | 'heal'
  /** When it comes about, in milliseconds of the run. */
  readonly atMs: number
  readonly edits: readonly TextEdit[]
}

/** Where a Scenario that none has written yet lives: resources without a namespace are of this one. */
const HOME = 'default'

/**
 * What can be done to a target at the next tenth of a second. It is written into the text's Scenario; where there is none, into
 * one with the traffic that runs, `shown`'s first: so all that happens before is the same. Nothing in a text that cannot be read.
 */
export function breaksFor(
  world: Pick<World, 'parsed' | 'readable' | 'scenario' | 'mesh'>,
  traffic: Traffic,
  shown: ProxyId,
  target: BreakTarget,
  nowMs: number,
): readonly BreakChoice[] {
  if (!world.readable) return []
  const scenario = world.scenario?.resource
  const atMs = Math.max(1, Math.ceil(nowMs / STEP_MS - 1e-6)) * STEP_MS
  return offersFor(scenario, target, atMs).flatMap((kind): readonly BreakChoice[] => {
    const plan = kind === 'heal' ? planHeal(scenario, target, atMs) : planBreak(scenario, target, kind, atMs)
    const edits = scenario
      ? breakEdits(world.parsed, scenario, plan)
      : [appendDocument(world.parsed.text, scenarioWith(shownFirst(traffic, shown), world.mesh, entriesOf(plan)))]
    return edits ? [{ kind, atMs: plan.atMs, edits }] : []
  })
}

const entriesOf = ({ added, atMs }: BreakPlan): readonly string[] =>
  added.map(({ named, behaviour }) => writeFlow(entryOf(named, behaviour, atMs, HOME)))

/** Draws go by a client's place: the caller that is looked from keeps its own. */
function shownFirst(traffic: Traffic, shown: ProxyId): Traffic {
  const { clients } = traffic
  const [own, others] = [clients.filter(one => one.proxy === shown), clients.filter(one => one.proxy !== shown)]
  return { ...traffic, clients: [...own, ...others] }
}
