/** Small either way: one region at a time has the screen. */
export const PHONE = '(max-width: 559px), (max-width: 959px) and (max-height: 639px)'
/** Narrow: the picture stands upright. */
export const UPRIGHT = '(max-width: 559px)'
