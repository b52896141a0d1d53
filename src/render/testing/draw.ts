import type { LanePath, Positions } from '../../layout/index.ts'
import type { CourseStep, Particle } from '../../scene/index.ts'
import { readPalette } from '../canvas/palette.ts'
import type { Drawn } from '../drawn.ts'

/** Every property answers with its own name, so a test reads `--lost` where it was painted. */
export const NAMED_PALETTE = readPalette(property => property)

export const drawn = (change: Partial<Drawn> = {}): Drawn => ({
  particle: undefined,
  number: 1,
  x: 100,
  y: 50,
  look: 'alive',
  attempt: undefined,
  scale: 1,
  opacity: 1,
  wait: undefined,
  focused: false,
  ...change,
})

export const straight = (x0: number, x1: number, y = 0): LanePath => ({
  cubics: [[x0, y, x0 + (x1 - x0) / 3, y, x0 + ((x1 - x0) * 2) / 3, y, x1, y]],
  length: x1 - x0,
  width: 8,
})

/** One lane of 100 px into a hole of radius 44 around (144, 0). */
export const LANE_AND_HOLE: Positions = {
  size: { width: 400, height: 300 },
  orientation: 'across',
  boxes: new Map([['hole', { x: 100, y: -44, width: 88, height: 88 }]]),
  lanes: new Map([['lane', straight(0, 100)]]),
  pills: new Map(),
  ports: [],
}

export const particle = (step: Partial<CourseStep>, change: Partial<Particle> = {}): Particle => ({
  number: 7,
  step: { kind: 'travel', laneId: 'lane', startMs: 0, endMs: 100, ...step } as CourseStep,
  fraction: 0.5,
  look: 'alive',
  secondsLeft: undefined,
  ...change,
})
