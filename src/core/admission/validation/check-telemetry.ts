import type { Reader } from '../../resources/index.ts'
import { checkTargets } from './check-targets.ts'
import type { Report } from './report.ts'

/** Istio, validation.go, ValidateTelemetry. */
export function checkTelemetry(spec: Reader, report: Report): void {
  checkTargets(spec, report)
  for (const metrics of spec.list('metrics')) {
    checkProviders(metrics, report)
    for (const override of metrics.list('overrides')) checkOverride(override, report)
  }
  checkTracing(spec, report)
  for (const logging of spec.list('accessLogging')) checkProviders(logging, report)
}

function checkProviders(holder: Reader, report: Report): void {
  const bad = holder.list('providers').find(provider => !provider.string('name'))
  if (bad) report.error(bad, 'providers.name may not be empty')
}

function checkOverride(override: Reader, report: Report): void {
  if (!override.isPresent) {
    report.error(override, 'tagOverrides may not be null')
    return
  }
  for (const [name, tag] of override.entries('tagOverrides')) {
    if (name === '') report.warning(tag, 'tagOverrides.name may not be empty')
    const value = tag.string('value') ?? ''
    if (!tag.isPresent) report.error(tag, 'tagOverrides may not be null')
    else if (tag.string('operation') === 'REMOVE') {
      if (value !== '') report.error(tag, 'tagOverrides.value may only be set when operation is UPSERT')
    } else if (value === '') report.error(tag, 'tagOverrides.value must be set when operation is UPSERT')
  }
  const match = override.at('match')
  if (match.string('customMetric') === '') report.error(match, 'customMetric may not be empty')
}

const TAGS = [
  ['literal', 'value', 'literal tag value may not be empty'],
  ['header', 'name', 'header tag name may not be empty'],
  ['environment', 'name', 'environment tag name may not be empty'],
] as const

function checkTracing(spec: Reader, report: Report): void {
  const tracing = spec.list('tracing')
  if (tracing.length > 1) report.warning(spec.at('tracing'), 'multiple tracing is not currently supported')
  for (const entry of tracing) {
    if (entry.list('providers').length > 1) {
      report.warning(entry.at('providers'), 'multiple providers is not currently supported')
    }
    checkProviders(entry, report)
    const sampling = entry.number('randomSamplingPercentage') ?? 0
    if (sampling < 0 || sampling > 100) {
      report.error(entry.at('randomSamplingPercentage'), 'randomSamplingPercentage must be in range [0.0, 100.0]')
    }
    for (const [name, tag] of entry.entries('customTags')) {
      if (name === '') report.error(tag, 'tag name may not be empty')
      if (!tag.isPresent) report.error(tag, `tag '${name}' may not have a nil value`)
      for (const [kind, field, message] of TAGS) {
        if (tag.at(kind).isPresent && !tag.at(kind).string(field)) report.error(tag, message)
      }
    }
  }
}
