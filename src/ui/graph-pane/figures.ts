/** Numbers as the stage says them: a space before `%`, thousands with a comma. */

import { countText as count } from '../../core/base/count-text.ts'

export { count }

/** `89.7` and, with the sign, `89.7 %`: one digit, so that a reader can add them up. */
export const oneDigit = (share: number): string => (share * 100).toFixed(1)
export const measuredPercent = (share: number): string => `${oneDigit(share)} %`

/** As set in the text: no digit that says nothing. */
export const setPercent = (share: number): string => `${Number((share * 100).toFixed(1))} %`

export const portion = (part: number, whole: number): number => (whole > 0 ? part / whole : 0)

export const rate = (perSecond: number): string => `${Number(perSecond.toFixed(1))} req/s`

/** How fast a client sends, or how many of it do at a time. */
export const pace = (client: { readonly ratePerSecond: number; readonly atOnce?: number }): string =>
  client.ratePerSecond > 0 || client.atOnce === undefined
    ? rate(client.ratePerSecond)
    : `${count(client.atOnce)} at a time`
