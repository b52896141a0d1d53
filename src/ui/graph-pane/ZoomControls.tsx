import { Maximize, Minus, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { StageControls } from './graph-pane-props.ts'
import styles from './GraphPane.module.css'

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

export function ZoomControls(props: { readonly zoom: number; readonly controls: StageControls }): ReactNode {
  const { zoom, controls } = props
  return (
    <div className={styles['zoom']} role="group" aria-label="Zoom">
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
    </div>
  )
}
