import { countText as count } from '../../core/base/count-text.ts'
import type { Repair } from '../../state/index.ts'
import type { HoleCardProps } from './hole-card-props.ts'

const percent = (share: number): string => `${String(Number((share * 100).toFixed(1)))} %`
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`

/** `302 requests · 30.2 %`. */
export function deathsInWords({ hole, died, share }: Pick<HoleCardProps, 'hole' | 'died' | 'share'>): string {
  if (died === 0) {
    return hole.share > 0 ? `${percent(hole.share)} of requests are expected to die here` : 'no request so far'
  }
  const requests = `${count(died)} ${died === 1 ? 'request' : 'requests'}`
  return share === undefined ? requests : `${requests} · ${percent(share)}`
}

/** `The first one left at 0.35 s, the latest at 19.86 s. Counted since …`: times as in the access log. */
export function timesInWords({ firstMs, lastMs, since }: Pick<HoleCardProps, 'firstMs' | 'lastMs' | 'since'>): string {
  const change = since ? ` Counted since ${since.label} at ${seconds(since.atMs)}.` : ''
  if (firstMs === undefined) return change.trim()
  const latest = lastMs === undefined || lastMs === firstMs ? '' : `, the latest at ${seconds(lastMs)}`
  return `The first one left at ${seconds(firstMs)}${latest}.${change}`
}

/** Of the same requests, before and after; a pod that answers 5xx fails a request too. */
export function triedInWords({
  forMs,
  failedNow,
  ofNow,
  failedThen,
  ofThen,
  remains,
}: NonNullable<Repair['tried']>): string {
  const now = ofNow === ofThen ? count(failedNow) : `${count(failedNow)} of ${count(ofNow)}`
  const tried = `Tried on ${String(Math.round(forMs / 1000))} s of the same traffic: `
  if (remains)
    return `${tried}this cause is gone, another follows. ${count(failedThen)} of ${count(ofThen)} requests still fail, ${count(remains.failed)} of them of ${remains.of}.`
  return `${tried}${count(failedThen)} of ${count(ofThen)} requests fail instead of ${now}.`
}
