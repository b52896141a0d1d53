import { below } from '../../base/origin.ts'
import type { TextEdit } from '../../base/text-range.ts'
import type { MeshService } from '../../mesh/index.ts'
import type { DestinationRuleResource } from '../../resources/index.ts'
import { appendDocument, insertListItem, rangeOf } from '../../yaml/index.ts'
import type { ParsedText } from '../../yaml/index.ts'
import { guessLabel } from './guess-label.ts'

/** Lists a subset in a DestinationRule, in the style of its list; nothing where the YAML leaves no place for it. */
export function addSubset(
  parsed: ParsedText,
  rule: DestinationRuleResource,
  service: MeshService,
  subset: string,
): readonly TextEdit[] | undefined {
  const subsets = below(rule.origin, 'spec', 'subsets')
  const inLines = insertListItem(parsed, subsets, blockItem(service, subset))
  const edit =
    inLines ?? insertListItem(parsed, subsets, flowItem(service, subset)) ?? startSubsets(parsed, rule, service, subset)
  return edit && [edit]
}

/** Appends a DestinationRule with these subsets. */
export function addDestinationRule(text: string, service: MeshService, subsets: readonly string[]): TextEdit {
  const place = service.namespace === 'default' ? [] : [`  namespace: ${service.namespace}`]
  const lines = [
    'apiVersion: networking.istio.io/v1',
    'kind: DestinationRule',
    'metadata:',
    `  name: ${service.name}`,
    ...place,
    'spec:',
    `  host: ${service.name}`,
    '  subsets:',
    ...subsets.flatMap(subset => indent(blockItem(service, subset), '  ')),
  ]
  return appendDocument(text, `${lines.join('\n')}\n`)
}

/** Behind the host's line, where the rule has no list yet; not into braces. */
function startSubsets(
  parsed: ParsedText,
  rule: DestinationRuleResource,
  service: MeshService,
  subset: string,
): TextEdit | undefined {
  const spec = rangeOf(parsed, below(rule.origin, 'spec'))
  const host = rangeOf(parsed, below(rule.origin, 'spec', 'host'))
  if (!spec || !host || rule.spec.subsets.length > 0) return undefined
  const { text } = parsed
  const lineStart = text.lastIndexOf('\n', host.start - 1) + 1
  const space = text.slice(lineStart, host.start)
  if (!/^ +$/.test(space) || /subsets\s*:/.test(text.slice(spec.start, spec.end))) return undefined
  const newline = text.indexOf('\n', host.end)
  const at = newline < 0 ? text.length : newline
  const lines = [`${space}subsets:`, ...indent(blockItem(service, subset), space)]
  return { range: { start: at, end: at }, text: `\n${lines.join('\n')}` }
}

function indent(item: string, space: string): readonly string[] {
  return item.split('\n').map((line, i) => `${space}${i === 0 ? '- ' : '  '}${line}`)
}

function blockItem(service: MeshService, subset: string): string {
  return `name: ${quote(subset)}\nlabels:\n  ${labelOf(service, subset)}`
}

function flowItem(service: MeshService, subset: string): string {
  return `{ name: ${quote(subset)}, labels: { ${labelOf(service, subset)} } }`
}

function labelOf(service: MeshService, subset: string): string {
  const [key, value] = guessLabel(service, subset) ?? ['version', subset]
  return `${key}: ${quote(value)}`
}

const quote = (text: string): string =>
  /^[a-z][a-z0-9.-]*$/.test(text) && !/^(true|false|yes|no|on|off|null|y|n)$/.test(text) ? text : JSON.stringify(text)
