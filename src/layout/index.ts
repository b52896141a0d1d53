export type { Box, Cubic, LanePath, Point, Positions } from './positions.ts'
