import type { Reader } from '../../resources/index.ts'
import { isDnsLabel } from './names.ts'
import type { Report } from './report.ts'

/** A ServiceEntry may be exported to nobody (`~`). Istio, validateExportTo ([H26], [H49]). */
export function checkExportTo(
  spec: Reader,
  namespace: string,
  hasSelector: boolean,
  report: Report,
  isServiceEntry = false,
): void {
  const at = spec.at('exportTo')
  const entries = spec.strings('exportTo')
  const seen = new Set<string>()
  for (const entry of entries) {
    const key = entry === '.' ? namespace : entry
    if (seen.has(key)) {
      const what = key === entry ? `for entry ${entry}` : `: . and current namespace ${namespace}`
      report.error(at, `duplicate entries in exportTo${key === entry ? ' ' : ''}${what}`)
      continue
    }
    if (key === '~' && isServiceEntry) seen.add(key)
    else if (key === '~') report.error(at, 'exportTo ~ (none) is not allowed for Istio configuration objects')
    else if (key !== '*' && !isDnsLabel(key)) {
      report.error(at, 'only .,*, or a valid DNS 1123 label is allowed as exportTo entry')
    } else seen.add(key)
  }
  if (hasSelector && seen.size > 0) {
    const rule = 'destination rule with workload selector cannot have'
    if (!seen.has(namespace)) report.error(at, `${rule} exportTo beyond current namespace`)
    else if (seen.size > 1) report.error(at, `${rule} multiple entries in exportTo`)
  }
  if (seen.has('*') && entries.length > 1) {
    report.error(at, 'cannot have both public (*) and non-public exportTo values for a resource')
  }
  if (seen.has('~') && entries.length > 1) report.error(at, 'cannot export service entry to no one (~) and someone')
}
