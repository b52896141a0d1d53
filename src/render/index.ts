export { createAnimationLoop } from './animation-loop.ts'
export type { AnimationLoop, FrameSource } from './animation-loop.ts'
export {
  HOME,
  MAX_ZOOM,
  MIN_ZOOM,
  centred,
  clampZoom,
  contentBounds,
  fit,
  isInView,
  mixCameras,
  opening,
  toScreen,
  toStage,
  zoomAbout,
} from './camera.ts'
export type { Camera, Insets, Size } from './camera.ts'
export { paintParticles, radiusFor } from './canvas/paint-particles.ts'
export type { Surface, View } from './canvas/paint-particles.ts'
export { colourOf, paletteOf, readPalette } from './canvas/palette.ts'
export type { Palette } from './canvas/palette.ts'
export { placeParticles } from './drawn.ts'
export type { Drawn, DrawnOptions, Resting, Wait } from './drawn.ts'
export { particleAt } from './hit-test.ts'
export { holeDisc } from './hole-disc.ts'
export type { HoleDisc } from './hole-disc.ts'
export { lanePathData, pointOnCubic, pointOnLane } from './lane-path.ts'
export { RULE_MARK_STROKES, TIMELINE_MARKS, arcPathData, spiral } from './marks.ts'
export type { RuleMark, TimelineMarkKind } from './marks.ts'
export { mixPositions, settle } from './mix-positions.ts'
export { createPanZoom } from './pan-zoom.ts'
export type { PanZoom } from './pan-zoom.ts'
export { FORMS, shapePathData } from './shapes.ts'
export { createMeasure, truncate } from './text-width.ts'
export type { Measure } from './text-width.ts'
export { createStageView } from './create-stage-view.ts'
export type { StageView, StageViewInputs } from './create-stage-view.ts'
export { tween } from './tween.ts'
