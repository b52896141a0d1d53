export type { Outcome, Shape, Tone } from './outcome.ts'
export type { Course, CourseStep, Headline, Particle, Passenger, Scene, Tally } from './scene.ts'
export type {
  ClientNode,
  HoleNode,
  Lane,
  LegRow,
  PodDot,
  ReplyNode,
  RuleRow,
  RulesNode,
  SidecarNode,
  Stage,
  StageNode,
  SubsetRow,
  SubsetsNode,
  WorkloadNode,
} from './stage.ts'
export { buildStage } from './build-stage.ts'
export { OUTCOMES, outcomeOf, shapeOf, toneOf, wordsOf } from './outcome.ts'
export { courseOf } from './course.ts'
export { expectedRange, type Range } from './expected-range.ts'
export { count, milliseconds, percent } from './figures.ts'
export { headlineFor } from './headline.ts'
export { particlesAt } from './particles.ts'
export { tableOf, type TableRow } from './table.ts'
export { countUntil, departuresOf, endOf } from './timetable.ts'
export type { Departures } from './timetable.ts'
export { keyOf, tallyAt, timelineBars } from './tally.ts'
