import { parseDuration } from '../../base/duration.ts'
import type { Reader } from '../../resources/index.ts'
import type { Report } from './report.ts'

/** At least a millisecond, and whole ones. Istio, agent/validation.go, ValidateDuration. */
export function checkDuration(holder: Reader, name: string, report: Report): void {
  const text = holder.string(name)
  const ms = text === undefined ? undefined : parseDuration(text)
  if (ms === undefined) return
  const field = holder.at(name)
  if (ms < 1) report.error(field, 'duration must be greater than 1ms')
  else if (!Number.isInteger(ms)) report.error(field, 'only durations to ms precision are supported')
}
