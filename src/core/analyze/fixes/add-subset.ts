import { below } from '../../base/origin.ts'
import type { TextEdit } from '../../base/text-range.ts'
import type { MeshService } from '../../mesh/index.ts'
import type { DestinationRuleResource } from '../../resources/index.ts'
import { addEntry, appendDocument, insertListItem, writeText } from '../../yaml/index.ts'
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
  const [key, value] = labelOf(service, subset)
  const edit =
    insertListItem(parsed, subsets, blockItem(service, subset)) ??
    insertListItem(parsed, subsets, `{ name: ${writeText(subset)}, labels: { ${key}: ${writeText(value)} } }`) ??
    addEntry(parsed, below(rule.origin, 'spec'), 'subsets', [{ name: subset, labels: { [key]: value } }], 'host')
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

function indent(item: string, space: string): readonly string[] {
  return item.split('\n').map((line, i) => `${space}${i === 0 ? '- ' : '  '}${line}`)
}

function blockItem(service: MeshService, subset: string): string {
  const [key, value] = labelOf(service, subset)
  return `name: ${writeText(subset)}\nlabels:\n  ${key}: ${writeText(value)}`
}

const labelOf = (service: MeshService, subset: string): readonly [key: string, value: string] =>
  guessLabel(service, subset) ?? ['version', subset]
