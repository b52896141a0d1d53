import { ImageDown, Maximize, Minus, Plus, Table2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { StageControls } from './graph-pane-props.ts'
import styles from './GraphPane.module.css'

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

interface ZoomProps {
  readonly zoom: number
  readonly controls: Pick<StageControls, 'fit' | 'zoom'>
  /** Undefined: there is no pod to look at. */
  readonly podView: boolean | undefined
  readonly onPodView?: (podView: boolean) => void
  /** Undefined: it stands beside the picture already. */
  readonly onTable?: () => void
  readonly onExport: (() => void) | undefined
}

export function ZoomControls(props: ZoomProps): ReactNode {
  const { zoom, controls, podView, onPodView, onTable, onExport } = props
  return (
    <div className={styles['zoom']} role="group" aria-label="Zoom">
      {podView !== undefined && (
        <button
          type="button"
          className={styles['podView']}
          aria-pressed={podView}
          title="Pods and connection pools, large  O"
          onClick={() => onPodView?.(!podView)}
        >
          Pods
        </button>
      )}
      {onTable && (
        <button
          type="button"
          className={styles['table']}
          aria-label="Show as table"
          title="Show as table  V"
          onClick={onTable}
        >
          <Table2 {...ICON} />
        </button>
      )}
      <button type="button" aria-label="Zoom out" title="Zoom out  −" onClick={() => controls.zoom(-1)}>
        <Minus {...ICON} />
      </button>
      <output aria-label="Zoom level">{Math.round(zoom * 100)} %</output>
      <button type="button" aria-label="Zoom in" title="Zoom in  +" onClick={() => controls.zoom(1)}>
        <Plus {...ICON} />
      </button>
      <button type="button" aria-label="Fit" title="Fit  F" onClick={controls.fit}>
        <Maximize {...ICON} />
      </button>
      {onExport && (
        <button type="button" aria-label="Save the picture" title="Save the picture  X" onClick={onExport}>
          <ImageDown {...ICON} />
        </button>
      )}
    </div>
  )
}
