import type { Log } from '../worker/protocol.ts'

/**
 * Eight hexadecimal digits that differ where two logs differ: when each request left, how long each step took, how it ended;
 * which pods were out when. Names of things on the stage take no part: they count the texts that the page has read.
 */
export function logDigest({ departures, happenings }: Log): string {
  const lines: string[] = []
  for (const { course, chapter, atMs, numbers } of departures) {
    const { steps, outcome, landsAtMs } = course
    const way = JSON.stringify([
      chapter,
      outcome,
      landsAtMs,
      steps.map(({ kind, startMs, endMs }) => [kind, startMs, endMs]),
    ])
    numbers.forEach((number, i) => lines.push(`${String(number)} ${String(atMs[i])} ${way}`))
  }
  lines.sort()
  let hash = 0x811c9dc5
  for (const line of [...lines, JSON.stringify((happenings?.marks ?? []).map(({ kind, atMs }) => [kind, atMs]))]) {
    for (let i = 0; i < line.length; i++) hash = Math.imul(hash ^ line.charCodeAt(i), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
