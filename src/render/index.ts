export {
  HOME,
  MOST_FIT,
  boundsOf,
  centred,
  contentBounds,
  fit,
  isInView,
  opening,
  scrolled,
  within,
  zoomAbout,
} from './camera.ts'
export type { Camera, Insets, Size } from './camera.ts'
export type { Resting } from './drawn.ts'
export { holeDisc } from './hole-disc.ts'
export { lanePathData } from './lane-path.ts'
export { RULE_MARK_STROKES, TIMELINE_MARKS, arcPathData, spiral } from './marks.ts'
export type { RuleMark, TimelineMarkKind } from './marks.ts'
export { mixPositions } from './mix-positions.ts'
export { FORMS, shapePathData } from './shapes.ts'
export { breakName, createMeasure, shorten, truncate } from './text-width.ts'
export type { Measure } from './text-width.ts'
export { createPanZoom } from './pan-zoom.ts'
export type { PanZoom } from './pan-zoom.ts'
export { createStageView } from './create-stage-view.ts'
export type { StageView, StageViewInputs } from './create-stage-view.ts'
export { tween } from './tween.ts'
