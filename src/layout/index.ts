export type { Box, Cubic, LanePath, Point, Positions } from './positions.ts'
export { layOut } from './lay-out.ts'
export { wrap } from './wrap.ts'
