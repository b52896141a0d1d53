/** Numbers as they stand on screen: a space before `%`, thousands with a comma, `ms` below one second. */
export const percent = (share: number): string => `${trim(share * 100)} %`

/** As measured: to one digit, as beside the counts. */
export const measuredPercent = (share: number): string => `${String(Number((share * 100).toFixed(1)))} %`

/** At most one digit after the point; none where it says nothing. */
const trim = (value: number): string => String(Number(value.toFixed(value < 10 && value > 0 ? 1 : 0)))

export const count = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')

export const milliseconds = (ms: number): string => (ms < 1000 ? `${String(ms)} ms` : `${String(ms / 1000)} s`)
