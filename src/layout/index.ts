export type { Box, Cubic, LanePath, Point, Positions } from './positions.ts'
export { layOut, type LayoutOptions } from './lay-out.ts'
export { pointAt } from './path.ts'
export { wrap, type Measure } from './wrap.ts'
