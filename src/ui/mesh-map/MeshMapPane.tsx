import { ChevronRight, X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { layOutMap } from '../../layout/index.ts'
import { mapView } from '../../scene/index.ts'
import type { MapFocus, MapNode, MeshMap } from '../../scene/index.ts'
import type { ProxyId } from '../../core/base/ids.ts'
import controls from '../controls.module.css'
import type { StageControls } from '../graph-pane/graph-pane-props.ts'
import { useSize } from '../graph-pane/use-size.ts'
import { headlineOfMap, moreWords } from './map-words.ts'
import { MapPicture } from './MapPicture.tsx'
import { MapSearch } from './MapSearch.tsx'
import { useMapCamera } from './use-map-camera.ts'
import styles from './MeshMap.module.css'

export interface MeshMapProps {
  /** Undefined while it is worked out. */
  readonly map: MeshMap | undefined
  readonly trail: readonly MapFocus[]
  /** Each time it grows the search takes the focus. */
  readonly searches: number
  readonly onEnter: (focus: MapFocus) => void
  readonly onBackTo: (length: number) => void
  readonly onLookFrom: (proxy: ProxyId) => void
  readonly onClose: () => void
  /** Undefined when the map goes. */
  readonly onControls: (controls: StageControls | undefined) => void
}

/** Who calls whom in the whole mesh: by namespace where there are many, a press further in. */
export function MeshMapPane({
  map,
  trail,
  searches,
  onEnter,
  onBackTo,
  onLookFrom,
  onClose,
  onControls,
}: MeshMapProps): ReactNode {
  const [element, setElement] = useState<HTMLElement | null>(null)
  const layer = useRef<SVGGElement>(null)
  const size = useSize(element)
  const focus = trail.at(-1)
  const pane = useRef<HTMLElement>(null)
  const view = useMemo(() => map && mapView(map, focus), [map, focus])
  const positions = useMemo(() => (view && size.width > 0 ? layOutMap(view, size) : undefined), [view, size])
  const { fit, zoom } = useMapCamera(element, layer, positions, size)
  useEffect(() => {
    onControls({ fit, zoom, still: () => undefined, focus: () => pane.current?.focus({ preventScroll: true }) })
    return () => onControls(undefined)
  }, [fit, zoom, onControls])
  useEffect(() => {
    // The card that was pressed may be gone, and the focus with it.
    if (document.activeElement === document.body) pane.current?.focus({ preventScroll: true })
  }, [focus])
  const own = focus?.kind === 'node' ? map?.nodes.find(node => node.id === focus.id) : undefined
  const proxy = own?.proxy
  const open = (node: MapNode) => {
    onEnter(node.members === undefined ? { kind: 'node', id: node.id } : { kind: 'namespace', id: node.id })
  }
  const words = map && headlineOfMap(map)
  return (
    <section ref={pane} tabIndex={-1} className={styles['pane']} aria-label="Map of the mesh" data-testid="mesh-map">
      <header className={styles['head']}>
        <div className={styles['sentence']}>
          <h1>{words ? words.title : 'Looking at every caller'}</h1>
          <p>{words?.detail}</p>
        </div>
        {map && <MapSearch map={map} searches={searches} onEnter={onEnter} />}
        <button
          type="button"
          className={`${controls['button'] ?? ''} ${controls['square'] ?? ''}`}
          aria-label="Close the map"
          title="Close the map  M"
          onClick={onClose}
        >
          <X size={16} strokeWidth={1.75} aria-hidden />
        </button>
      </header>
      <nav className={styles['trail']} aria-label="Where on the map">
        {[undefined, ...trail].map((step, i) => (
          <span key={`${i} ${step?.id ?? ''}`}>
            {i > 0 && <ChevronRight size={14} strokeWidth={1.75} aria-hidden />}
            <button
              type="button"
              aria-current={i === trail.length ? 'location' : undefined}
              onClick={() => onBackTo(i)}
            >
              {step === undefined ? 'All' : step.id.split('/').at(-1)}
            </button>
          </span>
        ))}
        {proxy !== undefined && (
          <button type="button" className={controls['ink']} onClick={() => onLookFrom(proxy)}>
            Look from {own?.name}
          </button>
        )}
      </nav>
      <div ref={setElement} className={styles['picture']}>
        {view && positions && (
          <svg role="group" aria-label="Services and calls">
            <g ref={layer}>
              <MapPicture view={view} positions={positions} focus={focus} onOpen={open} />
            </g>
          </svg>
        )}
      </div>
      {view && <p className={styles['more']}>{moreWords(view)}</p>}
    </section>
  )
}
