import { Workflow } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import controls from '../controls.module.css'
import type { Fix, StageControls } from '../graph-pane/graph-pane-props.ts'
import { HeadlineBar } from '../graph-pane/HeadlineBar.tsx'
import { useOpenStage } from '../graph-pane/use-open-stage.ts'
import type { Headline } from '../../scene/index.ts'
import { StageTables } from './StageTables.tsx'
import type { StageTablesProps } from './StageTables.tsx'
import styles from './StageTables.module.css'

export interface TablePaneProps extends StageTablesProps {
  readonly headline: Headline
  readonly fix: Fix | undefined
  readonly stale: boolean
  readonly busy: boolean
  readonly onPicture: () => void
  /** Hands out where the focus goes; there is no camera. */
  readonly onControls: (controls: StageControls | undefined) => void
}

/** The tables in the place of the picture. They follow the time; nothing of them is announced by itself. */
export function TablePane(props: TablePaneProps) {
  const { source, onOpen, headline, fix, stale, busy, onPicture, onControls } = props
  const pane = useRef<HTMLElement>(null)
  const stage = useOpenStage(source.stage, source.moment)
  const shown = useMemo(() => ({ ...source, stage: stage ?? source.stage }), [source, stage])
  useEffect(() => {
    const focus = () => pane.current?.focus({ preventScroll: true })
    focus()
    onControls({ fit: () => undefined, zoom: () => undefined, still: () => undefined, focus })
    return () => {
      onControls(undefined)
    }
  }, [onControls])
  return (
    <section ref={pane} className={styles['pane']} data-testid="tables" aria-label="Tables" tabIndex={0}>
      <HeadlineBar headline={headline} fix={fix} note={undefined} busy={busy} asCard={false} stale={stale} box={null} />
      <button type="button" className={`${controls['box'] ?? ''} ${styles['back'] ?? ''}`} onClick={onPicture}>
        <Workflow size={16} strokeWidth={1.75} aria-hidden />
        Show the picture
      </button>
      <StageTables source={shown} onOpen={onOpen} />
    </section>
  )
}
