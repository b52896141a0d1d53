import { isFlag, isNumber, isOneOf, isRecord, isText, isWhole } from './guards.ts'
import type { Guard } from './guards.ts'
import { isSharedTraffic } from './shared-traffic.ts'
import type { SharedTraffic } from './shared-traffic.ts'

/** All that a link or a file says. What has no effect is left out: an absent field is as on a first visit. */
export interface SharedState {
  /** The YAML, its Scenario and so its seed included. */
  readonly text: string
  readonly name: string
  /** Requests that were changed in the Traffic tab. */
  readonly traffic?: SharedTraffic
  /** Whose proxy is looked from, where one was chosen. */
  readonly proxy?: string
  /** When the text came into force: its run begins there. */
  readonly fromMs?: number
  /** The shown moment, by the clock of the Scenario. */
  readonly atMs?: number
  readonly paused?: true
  /** Number of the request that is followed. */
  readonly focus?: number
  /** Id of what is selected on the stage, and whether it is a hole whose card is open. */
  readonly selected?: string
  readonly hole?: true
  readonly tab?: 'traffic' | 'metrics' | 'proxy' | 'problems'
  readonly podView?: true
  /** Tables in the place of the picture. */
  readonly asTable?: true
  /** Of a presentation, from 1. */
  readonly step?: number
  /** The lesson that the text belongs to, and its step from 1: `first-match-wins/3`. */
  readonly lesson?: string
}

/** Of a text, in characters. */
export const LONGEST_TEXT = 2_000_000

const isTrue: Guard<true> = (value): value is true => isFlag(value) && value
const isMs = isNumber(0, 1e9)

export const isSharedState: Guard<SharedState> = isRecord(
  { text: isText(LONGEST_TEXT), name: isText(500) },
  {
    traffic: isSharedTraffic,
    proxy: isText(500),
    fromMs: isMs,
    atMs: isMs,
    paused: isTrue,
    focus: isWhole(1, 1e9),
    selected: isText(1_000),
    hole: isTrue,
    tab: isOneOf('traffic', 'metrics', 'proxy', 'problems'),
    podView: isTrue,
    asTable: isTrue,
    step: isWhole(1, 10_000),
    lesson: isText(100),
  },
)
