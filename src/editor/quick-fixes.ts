import type { PlacedDiagnostic } from './editor-handle.ts'
import { monaco } from './monaco.ts'
import { toMonacoRange } from './offsets.ts'
import { YAML, YAML_LARGE } from './yaml-language.ts'

/**
 * Offers the repairs of the findings at the cursor (`Ctrl .`), as long as the text is the one they were computed for; who asks where
 * there are none is offered those of the first finding that has any.
 */
export function createQuickFixes(model: monaco.editor.ITextModel) {
  let diagnostics: readonly PlacedDiagnostic[] = []
  let version = -1

  const provider = monaco.languages.registerCodeActionProvider([YAML, YAML_LARGE], {
    provideCodeActions(asked, range, { trigger }) {
      if (asked !== model || model.getVersionId() !== version) return { actions: [], dispose: () => undefined }
      const fixable = diagnostics.filter(({ fix }) => fix)
      const here = fixable.filter(({ range: place }) => touchesLines(toMonacoRange(model, place), range))
      const isAsked = trigger === monaco.languages.CodeActionTriggerType.Invoke
      const offered = here.length > 0 || !isAsked ? here : fixable.slice(0, 1)
      const actions = offered.flatMap(({ fix, otherFixes = [], range: place }) => {
        const { startLineNumber } = toMonacoRange(model, place)
        const where = offered === here ? '' : `line ${String(startLineNumber)}: `
        return [...(fix ? [fix] : []), ...otherFixes].map(({ title, edits }) => ({
          title: `${where}${title}`,
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
