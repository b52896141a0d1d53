import type { LanguageService, OutlineEntry, Target } from '../core/language/index.ts'
import type { TextEdit } from '../core/base/text-range.ts'
import type { Unsubscribe } from './editor-handle.ts'
import { foldLines } from './fold-lines.ts'
import { monaco } from './monaco.ts'
import { toMonacoRange } from './offsets.ts'
import { presentDocument } from './present-document.ts'
import { toCompletionItem } from './to-completion-item.ts'
import { YAML, YAML_LARGE } from './yaml-language.ts'
import type { SchemaCompletion } from './yaml-service.ts'

type Model = monaco.editor.ITextModel

/** Letters that begin a name, or go on with one where Monaco sees a word end. */
const TRIGGERS = [' ', '"', "'", '[', '-', '.', '/']

/**
 * Completion, hover, definitions, references, renames, outline, format and folding of one model, by a service that is asked
 * from afar. What is answered for a text that has changed meanwhile is dropped.
 */
export function createLanguageFeatures(
  model: Model,
  service: LanguageService,
  schemaCompletion: () => SchemaCompletion | undefined,
): Unsubscribe {
  const { languages } = monaco
  const all = [YAML, YAML_LARGE]
  // The schema service sees the present resource alone; as plain text nobody checks it.
  const alone = monaco.editor.createModel(
    '',
    'plaintext',
    model.uri.with({ path: model.uri.path.replace(/(?=[^/]*$)/, 'alone/') }),
  )

  /** Asks about the present text; undefined where the question is about another model, or the text changed. */
  const ask = async <T>(asked: Model, question: (text: string) => Promise<T>): Promise<T | undefined> => {
    if (asked !== model) return undefined
    const version = model.getVersionId()
    const answer = await question(model.getValue())
    return !model.isDisposed() && model.getVersionId() === version ? answer : undefined
  }
  const askAt = <T>(asked: Model, position: monaco.IPosition, question: (text: string, offset: number) => Promise<T>) =>
    ask(asked, text => question(text, model.getOffsetAt(position)))
  const toRange = (range: TextEdit['range']): monaco.Range => toMonacoRange(model, range)
  const toEdits = (edits: readonly TextEdit[]): monaco.languages.TextEdit[] =>
    edits.map(({ range, text }) => ({ range: toRange(range), text }))

  const registered = [
    languages.registerCompletionItemProvider(all, {
      triggerCharacters: TRIGGERS,
      async provideCompletionItems(asked, position, context, token) {
        alone.setValue(presentDocument(asked.getLinesContent(), position.lineNumber))
        const [completion, fromSchema] = await Promise.all([
          askAt(asked, position, service.complete),
          schemaCompletion()?.provideCompletionItems(alone, position, context, token),
        ])
        const items = completion?.suggestions.map((one, i) => toCompletionItem(one, i, toRange(completion.range))) ?? []
        const known = new Set(completion?.suggestions.map(({ label }) => label))
        const others = fromSchema?.suggestions.filter(
          ({ label }) => !known.has(typeof label === 'string' ? label : label.label),
        )
        const incomplete = (completion?.isPartial ?? false) || (fromSchema?.incomplete ?? false)
        return { suggestions: [...items, ...(others ?? [])], incomplete }
      },
    }),
    // A text of several megabytes would be copied at every rest of the pointer.
    languages.registerHoverProvider(YAML, {
      async provideHover(asked, position) {
        const found = await askAt(asked, position, service.explain)
        return found && { range: toRange(found.range), contents: [{ value: found.text }] }
      },
    }),
    languages.registerDefinitionProvider(all, {
      async provideDefinition(asked, position) {
        const targets = await askAt(asked, position, service.define)
        return targets?.map(target => toLink(target, model, toRange))
      },
    }),
    languages.registerReferenceProvider(all, {
      async provideReferences(asked, position) {
        const targets = await askAt(asked, position, service.refer)
        return targets?.map(({ name }) => ({ uri: model.uri, range: toRange(name) }))
      },
    }),
    languages.registerRenameProvider(all, {
      async resolveRenameLocation(asked, position) {
        const found = await askAt(asked, position, service.mayRename)
        if (found?.kind === 'name') return { range: toRange(found.range), text: found.name }
        return { range: toRange({ start: 0, end: 0 }), text: '', rejectReason: found?.because ?? CHANGED }
      },
      async provideRenameEdits(asked, position, name) {
        const found = await askAt(asked, position, (text, offset) => service.rename(text, offset, name))
        if (found?.kind !== 'edits') return { edits: [], rejectReason: found?.because ?? CHANGED }
        const versionId = model.getVersionId()
        return { edits: toEdits(found.edits).map(textEdit => ({ resource: model.uri, versionId, textEdit })) }
      },
    }),
    languages.registerDocumentSymbolProvider(all, {
      displayName: 'Meshscope',
      async provideDocumentSymbols(asked) {
        const entries = await ask(asked, service.outline)
        return entries?.map(entry => toSymbol(entry, toRange))
      },
    }),
    languages.registerDocumentFormattingEditProvider(all, {
      displayName: 'Meshscope',
      provideDocumentFormattingEdits: async asked => toEdits((await ask(asked, service.format)) ?? []),
    }),
    languages.registerFoldingRangeProvider(YAML, {
      provideFoldingRanges: asked => foldLines(asked.getLinesContent()).map(fold => ({ ...fold })),
    }),
  ]
  return { dispose: () => [...registered, alone].forEach(one => one.dispose()) }
}

const CHANGED = 'The text changed meanwhile.'

const toLink = ({ range, name }: Target, { uri }: Model, toRange: (range: Target['range']) => monaco.Range) => ({
  uri,
  range: toRange(range),
  targetSelectionRange: toRange(name),
})

const SYMBOLS: Readonly<Record<OutlineEntry['kind'], monaco.languages.SymbolKind>> = {
  resource: monaco.languages.SymbolKind.Module,
  rule: monaco.languages.SymbolKind.Function,
  subset: monaco.languages.SymbolKind.EnumMember,
  server: monaco.languages.SymbolKind.Interface,
  part: monaco.languages.SymbolKind.Property,
}

function toSymbol(
  { name, detail, kind, range, nameRange, children }: OutlineEntry,
  toRange: (range: OutlineEntry['range']) => monaco.Range,
): monaco.languages.DocumentSymbol {
  return {
    name,
    detail,
    kind: SYMBOLS[kind],
    tags: [],
    range: toRange(range),
    selectionRange: toRange(nameRange),
    children: children.map(child => toSymbol(child, toRange)),
  }
}
