export { isNote } from './notes.ts'
export { hintsOf, idAt, verdictsOf } from './annotations.ts'
export { createDocumentStore } from './document-store.ts'
export type { DocumentStore, ShownFirst } from './document-store.ts'
export { explanationAt } from './explanation-at.ts'
export { createLessonStore } from './lesson-store.ts'
export type { LessonKept, LessonStore, Spot } from './lesson-store.ts'
export { createMapStore, groupedMap } from './map-store.ts'
export type { MapStore } from './map-store.ts'
export { createMetricsStore } from './metrics-store.ts'
export type { MetricsStore } from './metrics-store.ts'
export { createPictureStore } from './picture-store.ts'
export type { PictureStore } from './picture-store.ts'
export { beforeTyping, createPlaybackStore, timelineEnd } from './playback-store.ts'
export type { PlaybackStore, Run } from './playback-store.ts'
export { createPoolsStore } from './pools-store.ts'
export type { PoolsStore } from './pools-store.ts'
export { createProxyStore } from './proxy-store.ts'
export type { ProxyData, ProxyStore } from './proxy-store.ts'
export { countRows, rowsOfRequest } from './row-counts.ts'
export { createSelectionStore } from './selection-store.ts'
export type { InspectorTab, SelectionStore } from './selection-store.ts'
export { createSettingsStore } from './settings-store.ts'
export type { SettingsStore, Theme } from './settings-store.ts'
export { createTrafficStore } from './traffic-store.ts'
export type { TrafficStore } from './traffic-store.ts'
export { coverageOf } from './coverage.ts'
export type { Uncovered } from './coverage.ts'
export { headlineProblem } from './headline-problem.ts'
export { lostAt, trafficAt } from './problem-effects.ts'
export type {
  Breaks,
  CallerChoice,
  DeathReport,
  Explanation,
  LocatedDiagnostic,
  LocatedRow,
  LocatedStep,
  Measured,
  Picture,
  ProxyConfig,
  Repair,
  RowReach,
  Unseen,
} from '../worker/protocol.ts'
export { chapterAt, countedSince } from './chapter-at.ts'
export { drawOf } from './draw-of.ts'
export {
  findRequest,
  isInBoth,
  firstSent,
  latestLanded,
  momentOf,
  neighbourLanding,
  neighbourRequest,
  particlesOf,
  perDotOf,
  tallyOf,
} from './current-run.ts'
export { barMsFor, createBars } from './timeline-bars.ts'
export { marksOf, neighbourMark } from './timeline-marks.ts'
export { typingAfter } from './typing.ts'
export type { Typing } from './typing.ts'
export { createViewStore } from './view-store.ts'
export type { Notice, PhoneView, PicturePart, Posing, ViewStore } from './view-store.ts'
export type { DeckStep } from './deck/deck-step.ts'
export type { LensLine } from './deck/lens-lines.ts'
export { createPresenterStore } from './presenter-store.ts'
export type { PresenterStore } from './presenter-store.ts'
