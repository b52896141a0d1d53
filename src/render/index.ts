export {
  HOME,
  MOST_FIT,
  boundsOf,
  centred,
  contentBounds,
  fit,
  isInView,
  mixCameras,
  opening,
  revealed,
  scrolled,
  toStage,
  within,
  zoomAbout,
  windowAround,
  windowOn,
} from './camera.ts'
export type { Camera, Insets, Size } from './camera.ts'
export type { Resting } from './drawn.ts'
export { holeDisc } from './hole-disc.ts'
export { lanePathData } from './lane-path.ts'
export { RULE_MARK_STROKES, TIMELINE_MARKS, arcPathData, spiral } from './marks.ts'
export type { RuleMark, TimelineMarkKind } from './marks.ts'
export { mixMap } from './mix-map.ts'
export type { MapFrame } from './mix-map.ts'
export { mixPositions } from './mix-positions.ts'
export { FORMS, shapePathData } from './shapes.ts'
export { breakName, createMeasure, shorten, truncate } from './text-width.ts'
export type { Measure } from './text-width.ts'
export { createPanZoom } from './pan-zoom.ts'
export type { PanZoom } from './pan-zoom.ts'
export { createStageView } from './create-stage-view.ts'
export type { Seen, StageView, StageViewInputs } from './create-stage-view.ts'
export { colourTable } from './gif/colour-table.ts'
export { createGif } from './gif/create-gif.ts'
export { paintParticles, radiusFor } from './canvas/paint-particles.ts'
export { paintRings } from './canvas/paint-rings.ts'
export { paletteOf } from './canvas/palette.ts'
export { embeddedFaces } from './still/page-faces.ts'
export { inLight, readNode } from './still/read-still.ts'
export { stillMarkup } from './still/still-node.ts'
export { stillSheets } from './still/still-sheet.ts'
export type { SheetMarkup, StillSheet } from './still/still-sheet.ts'
export { svgSurface } from './still/svg-surface.ts'
export { tween } from './tween.ts'
