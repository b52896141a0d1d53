import type { Departures, Growth, Happenings } from '../../scene/index.ts'
import type { Chapter } from './picture.ts'

/** What happens from `fromMs` until `untilMs`. All times are by one clock, that of the Scenario and of the timeline. */
export interface Log {
  /** Which of the engine's runs it is of, from 1. */
  readonly series: number
  /** When the text came into force: nothing is sent before. */
  readonly fromMs: number
  readonly untilMs: number
  readonly departures: readonly Departures[]
  /** What happens beside the requests; absent: nothing. */
  readonly happenings?: Happenings
}

/** Which log the page has, so that it need not get it twice. */
export type KnownLog = Pick<Log, 'series' | 'untilMs'>

/** The log of the same run up to a later moment. */
export interface LongerLog extends Omit<Log, 'departures'> {
  /** What it has more than the one that the page knows, or than none. */
  readonly growth: Growth
  readonly growsFrom: 'known' | 'nothing'
  /** The same ones, with what requests were seen to come to since; absent: as before. */
  readonly chapters?: readonly Chapter[]
}

/** What the page knows of the run in force. */
export interface RunBefore extends Pick<Log, 'fromMs' | 'untilMs'> {
  readonly beginning: string
}
