import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { LanguageService } from '../core/language/index.ts'
import { EditorPane } from '../ui/editor-pane/EditorPane.tsx'
import { ProblemFoot } from '../ui/problems/ProblemFoot.tsx'
import type { Problem } from '../ui/problems/ProblemList.tsx'
import { useStores } from '../ui/stores.ts'
import type { PageActions } from './create-actions.ts'
import type { Reach } from './reach.ts'
import type { useAnnotationsOf } from './use-annotations-of.ts'
import type { useStage } from './use-stage.ts'

const NONE: readonly never[] = []

export interface EditingProps {
  readonly actions: PageActions
  readonly reach: Reach
  readonly language: LanguageService
  readonly shown: ReturnType<typeof useStage>
  readonly problems: readonly Problem[]
  readonly annotations: ReturnType<typeof useAnnotationsOf>
}

/** The editor and the problems under it, over the stores. */
export function Editing(props: EditingProps) {
  const {
    actions,
    reach: { setEditor: onEditor },
    language,
    shown,
    problems,
    annotations,
  } = props
  const { document: documentStore, lesson, picture, settings, view } = useStores()
  const { text, fileName, edit } = useStore(documentStore)
  const { text: annotatedText, problems: found, problemsText } = useStore(picture)
  const theme = useStore(settings, state => state.theme)
  const { reveal, show } = useStore(view)
  // What a lesson asks for is done by hand.
  const byHand = useStore(lesson, state => state.lesson !== undefined)
  const shownProblems = useMemo(() => (byHand ? problems.map(withoutFix) : problems), [byHand, problems])
  const loses = shown.stage?.holes.some(({ id, share }) => share > 0 || shown.tally.counts.has(id)) ?? false
  return (
    <EditorPane
      ref={onEditor}
      language={language}
      text={text}
      annotatedText={annotatedText}
      onTextChange={edit}
      diagnostics={found ?? NONE}
      diagnosedText={problemsText}
      highlights={annotations.highlights}
      hints={annotations.hints}
      marks={annotations.marks}
      revealRequest={reveal}
      theme={theme}
      onCursor={annotations.onCursor}
      onMark={line => {
        const row = annotations.uncoveredAt(line)
        if (row !== undefined) void actions.reachRow(row)
      }}
      fileName={fileName}
      onOpenText={(text, name) => {
        void actions.openFile(text, name)
      }}
      onOpenExamples={() => {
        show({ dialog: 'examples' })
      }}
      onCollapse={actions.toggleEditor}
      onNotice={message => {
        show({ notice: { text: message } })
      }}
    >
      <ProblemFoot
        problems={shownProblems}
        text={problemsText}
        known={found !== undefined}
        loses={loses}
        onReveal={actions.reveal}
        onFix={actions.fix}
      />
    </EditorPane>
  )
}

function withoutFix({ diagnostic, ...told }: Problem): Problem {
  const { fix: _, otherFixes: __, ...said } = diagnostic
  return { ...told, diagnostic: said }
}
