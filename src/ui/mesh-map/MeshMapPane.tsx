import { ChevronRight, Table2, Workflow, X } from 'lucide-react'
import { Suspense, lazy, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { layOutMap } from '../../layout/index.ts'
import type { Box, Point } from '../../layout/index.ts'
import type { MapFrame } from '../../render/index.ts'
import { mapView, tallyAt } from '../../scene/index.ts'
import type { Grouping, MapFocus, MapNode, MeshMap } from '../../scene/index.ts'
import type { ProxyId } from '../../core/base/ids.ts'
import controls from '../controls.module.css'
import type { StageControls, StageStill } from '../graph-pane/graph-pane-props.ts'
import { useSize } from '../graph-pane/use-size.ts'
import { ZoomControls } from '../graph-pane/ZoomControls.tsx'
import { focusName, headlineOfMap, moreWords } from './map-words.ts'
import { MapGrouping } from './MapGrouping.tsx'
import { MapPicture } from './MapPicture.tsx'
import { MapSearch } from './MapSearch.tsx'
import { MapSide } from './MapSide.tsx'
import { useMapCamera } from './use-map-camera.ts'
import { useMapMotion } from './use-map-motion.ts'
import styles from './MeshMap.module.css'

export interface MeshMapProps {
  /** Undefined while it is worked out. */
  readonly map: MeshMap | undefined
  /** What its groups can be. */
  readonly groupings: readonly Grouping[]
  readonly trail: readonly MapFocus[]
  /** Each time it grows the search takes the focus. */
  readonly searches: number
  /** No motion but by hand. */
  readonly still: boolean
  /** Tables stand in the place of the picture. */
  readonly asTable: boolean
  readonly onEnter: (focus: MapFocus) => void
  readonly onGroupBy: (by: Grouping) => void
  readonly onBackTo: (length: number) => void
  /** To the stage of a caller, at the rules for whom it calls. */
  readonly onLookFrom: (proxy: ProxyId, card?: string) => void
  /** Writes what is assumed into the text. */
  readonly onWrite: () => void
  readonly onExport: () => void
  /** To the tables, or from them back to the picture. */
  readonly onTable: () => void
  readonly onClose: () => void
  /** Undefined when the map goes. */
  readonly onControls: (controls: StageControls | undefined) => void
}

/** Loaded when it is asked for. */
const MapTables = lazy(async () => ({ default: (await import('./MapTables.tsx')).MapTables }))

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** On a phone fingers zoom. */
const ROOM_FOR_CONTROLS = 440

/** Who calls whom in the whole mesh: by namespace or application where there are many, a press further in. */
export function MeshMapPane({
  map,
  groupings,
  trail,
  searches,
  still,
  asTable,
  onEnter,
  onGroupBy,
  onBackTo,
  onLookFrom,
  onWrite,
  onExport,
  onTable,
  onClose,
  onControls,
}: MeshMapProps): ReactNode {
  const [element, setElement] = useState<HTMLElement | null>(null)
  const layer = useRef<SVGGElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  const size = useSize(element)
  const focus = trail.at(-1)
  const pane = useRef<HTMLElement>(null)
  const view = useMemo(() => map && mapView(map, focus), [map, focus])
  const target = useMemo((): MapFrame | undefined => {
    if (!view || size.width === 0) return undefined
    const positions = layOutMap(view, size, focus?.kind === 'node' || focus?.kind === 'way')
    return { view, positions, fresh: new Set(), shown: 1 }
  }, [view, size, focus])
  const frame = useMapMotion(target, focus?.id, still)
  const open = useCallback(
    (node: MapNode) => {
      onEnter(node.members === undefined ? { kind: 'node', id: node.id } : { kind: 'group', id: node.id })
    },
    [onEnter],
  )
  const {
    controls: camera,
    percent,
    far,
    seen,
  } = useMapCamera({
    element,
    layer,
    positions: target?.positions,
    size,
    still,
    onInto: at => {
      const group = view?.nodes.find(
        ({ id, members }) => members !== undefined && contains(target?.positions.boxes.get(id), at),
      )
      if (group) open(group)
    },
    onOut: () => {
      if (trail.length > 0) onBackTo(trail.length - 1)
    },
  })
  const words = useMemo(() => map && headlineOfMap(map), [map])
  const stillNow = useEffectEvent((): StageStill | undefined =>
    words && svg.current && !asTable
      ? {
          ...seen(),
          layers: [svg.current],
          particles: [],
          ringed: [],
          headline: words,
          tally: tallyAt([], 0),
          perDot: 1,
        }
      : undefined,
  )
  const { fit, zoom } = camera
  useEffect(() => {
    onControls({ fit, zoom, still: () => stillNow(), focus: () => pane.current?.focus({ preventScroll: true }) })
    return () => onControls(undefined)
  }, [fit, zoom, onControls])
  const isAssumed = map?.assumed !== undefined
  useEffect(() => {
    // What was pressed may be gone, and the focus with it.
    if (document.activeElement === document.body) pane.current?.focus({ preventScroll: true })
  }, [focus, isAssumed])
  const own = focus?.kind === 'node' ? map?.nodes.find(node => node.id === focus.id) : undefined
  const proxy = own?.proxy
  return (
    <section ref={pane} tabIndex={-1} className={styles['pane']} aria-label="Map of the mesh" data-testid="mesh-map">
      <header className={styles['head']}>
        <div className={styles['sentence']}>
          <h1>{words ? words.title : 'Looking at every caller'}</h1>
          <p>{words?.detail}</p>
        </div>
        {map && (
          <MapSearch
            map={map}
            searches={searches}
            onEnter={onEnter}
            onLeave={() => pane.current?.focus({ preventScroll: true })}
          />
        )}
        {map && (
          <button
            type="button"
            className={`${controls['button'] ?? ''} ${controls['square'] ?? ''}`}
            aria-label={asTable ? 'Show the picture' : 'Show as table'}
            title={asTable ? 'Show the picture  V' : 'Show as table  V'}
            onClick={onTable}
          >
            {asTable ? <Workflow {...ICON} /> : <Table2 {...ICON} />}
          </button>
        )}
        <button
          type="button"
          className={`${controls['button'] ?? ''} ${controls['square'] ?? ''}`}
          aria-label="Close the map"
          title="Close the map  M"
          onClick={onClose}
        >
          <X {...ICON} />
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
              {step === undefined ? 'All' : focusName(step)}
            </button>
          </span>
        ))}
        {map?.assumed?.writable && (
          <button
            type="button"
            className={`${controls['box'] ?? ''} ${controls['small'] ?? ''}`}
            title={map.assumed.because}
            onClick={onWrite}
          >
            Write it down
          </button>
        )}
        {map && groupings.length > 1 && (
          <MapGrouping groupings={groupings} by={map.by ?? 'namespace'} onGroupBy={onGroupBy} />
        )}
        {proxy !== undefined && (
          <button type="button" className={controls['ink']} onClick={() => onLookFrom(proxy)}>
            Look from {own?.name}
          </button>
        )}
      </nav>
      <div className={styles['body']}>
        {map && <MapSide map={map} focus={focus} onEnter={onEnter} onLookFrom={onLookFrom} />}
        {view && asTable && (
          <Suspense>
            <MapTables view={view} onOpen={open} />
          </Suspense>
        )}
        <div ref={setElement} className={styles['picture']} hidden={asTable}>
          {view && frame && (
            <svg ref={svg} role="group" aria-label="Services and calls">
              <g ref={layer}>
                <MapPicture view={view} frame={frame} focus={focus} far={far} onOpen={open} />
              </g>
            </svg>
          )}
          {view && size.width >= ROOM_FOR_CONTROLS && (
            <ZoomControls zoom={percent / 100} controls={camera} podView={undefined} onExport={onExport} />
          )}
        </div>
      </div>
      {view && <p className={styles['more']}>{moreWords(view)}</p>}
    </section>
  )
}

const contains = (box: Box | undefined, { x, y }: Point): boolean =>
  box !== undefined && x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
