import type { Suggestion, SuggestionKind } from '../core/language/index.ts'
import { monaco } from './monaco.ts'

const { CompletionItemKind: Kind, CompletionItemInsertTextRule, CompletionItemTag } = monaco.languages

/** Monaco's pictures for the kinds. */
const KINDS: Readonly<Record<SuggestionKind, monaco.languages.CompletionItemKind>> = {
  host: Kind.Module,
  subset: Kind.EnumMember,
  gateway: Kind.Interface,
  port: Kind.Value,
  label: Kind.Property,
  namespace: Kind.Folder,
  name: Kind.Reference,
  snippet: Kind.Snippet,
}

/**
 * A line of Monaco's list. `index` keeps the order; what does not fit the place comes after everything else, struck through,
 * with the reason beside it.
 */
export function toCompletionItem(
  { kind, label, insert, detail, more, unfit = false }: Suggestion,
  index: number,
  range: monaco.IRange,
): monaco.languages.CompletionItem {
  return {
    label: { label, description: detail },
    kind: KINDS[kind],
    detail,
    insertText: insert,
    filterText: kind === 'snippet' ? [label, ...kindsIn(insert)].join(' ') : label,
    range,
    sortText: `${unfit ? '~' : ' '}${String(index).padStart(4, '0')}`,
    ...(more !== undefined && { documentation: { value: more } }),
    ...(kind === 'snippet' && { insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet }),
    ...(unfit && { tags: [CompletionItemTag.Deprecated] }),
  }
}

/** A shape is found by the kinds that it writes, too. */
const kindsIn = (yaml: string): readonly string[] => [...yaml.matchAll(/^kind: (\w+)/gm)].map(([, kind = '']) => kind)
