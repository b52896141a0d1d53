export type { Outcome, Shape, Tone } from './outcome.ts'
export type { Course, CourseStep, Headline, Particle, Tally } from './scene.ts'
export type {
  HoleNode,
  Lane,
  LegRow,
  PodDot,
  ReplyNode,
  RuleRow,
  RulesNode,
  Stage,
  SubsetRow,
  SubsetsNode,
  WorkloadNode,
} from './stage.ts'
export { buildStage } from './build-stage.ts'
export { OUTCOMES, shapeOf, toneOf, wordsOf } from './outcome.ts'
export { expectedRange } from './expected-range.ts'
export { closingsOf, sinceBounce } from './closures.ts'
export type { Closures } from './closures.ts'
export type { ConfigAt } from './config-at.ts'
export { NO_HAPPENINGS, happeningsOf } from './happenings.ts'
export type { Happenings } from './happenings.ts'
export type { HappeningMark } from './happening-marks.ts'
export { podLaneId } from './ids.ts'
export { headlineFor } from './headline.ts'
export { NO_MOMENT, isOff, momentAt } from './moment.ts'
export type { Moment } from './moment.ts'
export { isUsed, podStateAt } from './pod-tracks.ts'
export type { PodState, PodTrack } from './pod-tracks.ts'
export { backWord, podTail, stateSentences, stateWords, stayLeft } from './pod-words.ts'
export { particlesAt } from './particles.ts'
export { mostAtOnce, requestsPerDot } from './per-dot.ts'
export { leavingHoles, withLeaving } from './with-leaving.ts'
export { seenIn } from './seen.ts'
export type { Seen } from './seen.ts'
export { grow, growthOf } from './growth.ts'
export type { Growth } from './growth.ts'
export { countUntil, departuresOf, endOf } from './timetable.ts'
export type { ChapterSpan, Departures } from './timetable.ts'
export { keyOf, landedBy, tallyAt, timelineBars } from './tally.ts'
export { isOutside } from './unlikely-share.ts'
export { createConfigOf, createManagedBy } from './proxy/managed-by.ts'
export type { ManagedBy } from './proxy/managed-by.ts'
export { rowJson, sectionJson } from './proxy/proxy-json.ts'
export { proxyRows } from './proxy/proxy-rows.ts'
export { PROXY_COLUMNS, PROXY_SECTIONS } from './proxy/proxy-table.ts'
export type { ProxyRow, ProxySection } from './proxy/proxy-table.ts'
export { indexUsedRows } from './proxy/used-rows.ts'
export { causeChain } from './death/cause-chain.ts'
export type { CauseLink, Death } from './death/death.ts'
export { endIn } from './end-in.ts'
export { clusterParts } from './names.ts'
export { courseOf } from './course.ts'
export { timesWords } from './metrics/chance.ts'
export { metricsOf } from './metrics/metrics-of.ts'
export type { Bin, ClientFigures, Metrics, PodCount, Series, Span, Split, Verdict } from './metrics/metrics.ts'
export { waterfallOf } from './metrics/waterfall.ts'
export type { TryBar, Waterfall } from './metrics/waterfall.ts'
export { filmPools } from './pools/film-pools.ts'
export type { PoolFilm } from './pools/pool-film.ts'
export { poolsAt } from './pools/pools-at.ts'
export type { PodNow, PoolNow, PoolsNow } from './pools/pools-at.ts'
