import type { EditorPaneHandle } from '../ui/editor-pane/editor-pane-props.ts'
import type { StageControls } from '../ui/graph-pane/graph-pane-props.ts'

/** The regions that are told to do things, while they stand. */
export interface Reach {
  readonly editor: () => EditorPaneHandle | undefined
  readonly controls: () => StageControls | undefined
  readonly setEditor: (editor: EditorPaneHandle | null) => void
  readonly setControls: (controls: StageControls | undefined) => void
}

export function createReach(): Reach {
  let editor: EditorPaneHandle | undefined
  let controls: StageControls | undefined
  return {
    editor: () => editor,
    controls: () => controls,
    setEditor: next => {
      editor = next ?? undefined
    },
    setControls: next => {
      controls = next
    },
  }
}
