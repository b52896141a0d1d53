import { OUTCOMES } from '../../scene/index.ts'
import type { Mark } from '../drawn.ts'

/** All that a particle can look like; where numbers stand for looks, they are places in this list. */
export const LOOKS: readonly Mark['look'][] = ['alive', 'ghost', ...OUTCOMES]
