import type { PlacedDiagnostic } from './editor-handle.ts'
import { monaco } from './monaco.ts'
import { toMonacoRange } from './offsets.ts'
import { YAML, YAML_LARGE } from './yaml-language.ts'

/** Offers the repairs of the findings at the cursor (`Ctrl .`), as long as the text is the one they were computed for. */
export function createQuickFixes(model: monaco.editor.ITextModel) {
  let diagnostics: readonly PlacedDiagnostic[] = []
  let version = -1

  const provider = monaco.languages.registerCodeActionProvider([YAML, YAML_LARGE], {
    provideCodeActions(asked, range) {
      if (asked !== model || model.getVersionId() !== version) return { actions: [], dispose: () => undefined }
      const actions = diagnostics.flatMap(({ fix, otherFixes = [], range: place }) => {
        if (!fix || !touchesLines(toMonacoRange(model, place), range)) return []
        return [fix, ...otherFixes].map(({ title, edits }) => ({
          title,
          kind: 'quickfix',
          edit: {
            edits: edits.map(edit => ({
              resource: model.uri,
              versionId: version,
              textEdit: { range: toMonacoRange(model, edit.range), text: edit.text },
            })),
          },
        }))
      })
      return { actions, dispose: () => undefined }
    },
  })
  return {
    update(next: readonly PlacedDiagnostic[]) {
      diagnostics = next
      version = model.getVersionId()
    },
    dispose: () => provider.dispose(),
  }
}

const touchesLines = (place: monaco.Range, at: monaco.Range) =>
  place.startLineNumber <= at.endLineNumber && place.endLineNumber >= at.startLineNumber
