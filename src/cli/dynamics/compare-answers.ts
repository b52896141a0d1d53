import type { Disagreement } from '../conform/disagreement.ts'
import { isSame, show } from '../conform/disagreement.ts'
import type { FlowRecord } from './recording.ts'
import { tallyOf } from './tally.ts'

/** Which pod each value of what a flow varies went to. */
export function compareKeys(
  recorded: Readonly<Record<string, string>>,
  got: Readonly<Record<string, string>>,
): readonly Disagreement[] {
  const wrong = Object.entries(recorded).filter(([key, pod]) => got[key] !== pod)
  if (wrong.length === 0) return []
  const own = wrong.map(([key]) => [key, got[key]] as const)
  return [
    { field: `keys (${String(wrong.length)} of them)`, expected: show(wrong.slice(0, 5)), got: show(own.slice(0, 5)) },
  ]
}

/** Answers of the proxy's own, headers that it adds, cookies that it sets; what reached each workload first. */
export function compareAnswers(recorded: Partial<FlowRecord>, got: Required<FlowRecord>): readonly Disagreement[] {
  const all: Disagreement[] = []
  for (const [outcome, { body, headers }] of Object.entries(recorded.local ?? {})) {
    const own = got.local[outcome]
    // Whether a rare outcome was met at all is for the tallies to say.
    if (!own) continue
    if (own.body !== body || !isSame(sorted(own.headers), sorted(headers)))
      all.push({ field: `local ${outcome}`, expected: show({ body, headers }), got: show(own) })
  }
  for (const [outcome, headers] of Object.entries(recorded.responseHeaders ?? {})) {
    const added = headers.filter(([name]) => name !== 'content-type' && name !== 'x-pod')
    const own = got.responseHeaders[outcome]
    if (own && !isSame(own, added)) all.push({ field: `headers of ${outcome}`, expected: show(added), got: show(own) })
  }
  for (const [workload, { method, path, headers }] of Object.entries(recorded.received ?? {})) {
    const own = got.received[workload]
    if (own && !isSame([own.method, own.path, own.headers], [method, path, headers])) {
      all.push({ field: `received by ${workload}`, expected: show([method, path, headers]), got: show(own) })
    }
  }
  if (recorded.setCookie) {
    const [theirs, ours] = [formsOf(recorded.setCookie), formsOf(got.setCookie)]
    if (!isSame(theirs, ours)) all.push({ field: 'setCookie', expected: show(theirs), got: show(ours) })
    const [given, own] = [shareOut(recorded.setCookie), shareOut(got.setCookie)]
    if (!isSame(given, own)) all.push({ field: 'requests by cookie', expected: show(given), got: show(own) })
  }
  if (recorded.callerGaveUp !== undefined && recorded.callerGaveUp !== got.callerGaveUp) {
    all.push({ field: 'callerGaveUp', expected: String(recorded.callerGaveUp), got: String(got.callerGaveUp) })
  }
  return all
}

function sorted(headers: readonly (readonly [string, string])[]): readonly string[] {
  return headers.map(line => line.join(': ')).sort()
}

/** Cookies without their values, which are made of a connection's ports. */
function formsOf(cookies: readonly string[]): readonly string[] {
  return cookies.map(cookie => cookie.replace(/"[0-9a-f]{16}"/, '"…"'))
}

/** How many requests got each cookie: those of one connection get the same. */
function shareOut(cookies: readonly string[]): readonly number[] {
  return Object.values(tallyOf(cookies)).sort((a, b) => a - b)
}
