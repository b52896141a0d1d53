import { Maximize, Table2 } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { MouseEvent, ReactNode } from 'react'
import { boundsOf } from '../../render/index.ts'
import type { Resting, Size } from '../../render/index.ts'
import type { Outcome } from '../../scene/index.ts'
import { NO_MOMENT, podLaneId, toneOf } from '../../scene/index.ts'
import type { FocusedRequest, GraphPaneProps } from './graph-pane-props.ts'
import controlStyles from '../controls.module.css'
import { HeadlineBar } from './HeadlineBar.tsx'
import { isBreakable } from './breakable.ts'
import { hiddenUpright } from './Lanes.tsx'
import { lightOn } from './light-on.ts'
import { litLanes } from './lit-lanes.ts'
import { marksBy } from './marks-by.ts'
import { OutcomeKey, perDotWords } from './OutcomeKey.tsx'
import { stageItems } from './stage-items.ts'
import { partNear } from './part-near.ts'
import { LowerPicture, UpperPicture } from './StagePicture.tsx'
import type { Stretch } from './StagePicture.tsx'
import { useOpenStage } from './use-open-stage.ts'
import { useFaces } from './use-faces.ts'
import { useNear } from './use-near.ts'
import { useSettledPositions } from './use-settled-positions.ts'
import { useSize } from './use-size.ts'
import { useControls, useStageView } from './use-stage-view.ts'
import { ZoomControls } from './ZoomControls.tsx'
import styles from './GraphPane.module.css'

const squareButton = `${controlStyles['box'] ?? ''} ${controlStyles['square'] ?? ''}`

/** The stage: what the text means, and the traffic on it. */
export function GraphPane(props: GraphPaneProps): ReactNode {
  const {
    earlier,
    tally,
    headline,
    moment = NO_MOMENT,
    pools,
    fix,
    reducedMotion,
    hovered,
    selected,
    spot,
    isLit,
    focus,
    onSize,
    onControls,
    large,
  } = props
  const stage = useOpenStage(props.stage, moment)
  const pane = useRef<HTMLElement>(null)
  const particles = useRef<HTMLDivElement>(null)
  const lower = useRef<SVGGElement>(null)
  const upper = useRef<SVGGElement>(null)
  const [paneElement, setPaneElement] = useState<HTMLElement | null>(null)
  const [header, setHeader] = useState<HTMLElement | null>(null)
  const [isolated, setIsolated] = useState<Outcome>()
  const size = useSize(paneElement)
  const headerSize = useSize(header)
  const faces = useFaces()
  useEffect(() => {
    if (size.width > 0) onSize(size)
  }, [size, onSize])

  const near = useNear(stage, props.positions, props.posing?.whole === true)
  const positions = useSettledPositions(props.positions, reducedMotion, near.box)
  const down = positions?.orientation === 'down'
  const countsOnly = props.countsOnly ?? reducedMotion
  const perDot = countsOnly ? 1 : props.perDot
  const outcome = isolated !== undefined && (tally.byOutcome.get(isolated) ?? 0) > 0 ? isolated : undefined
  const lit = useMemo(() => {
    if (!stage) return undefined
    if (hovered !== undefined || outcome === undefined) return litLanes(stage, hovered)
    const tone = toneOf(outcome)
    return new Set(stage.lanes.filter(lane => lane.tone === tone || lane.kind === 'in').map(lane => lane.id))
  }, [stage, hovered, outcome])
  const kept = near.box ? hovered : undefined
  const drawn = useMemo(
    () => (stage && positions && near.box ? partNear(stage, positions, near.box, kept) : stage),
    [stage, positions, near.box, kept],
  )
  const drawing = useMemo(
    () =>
      drawn && stage && positions
        ? { stage: drawn, whole: stage, earlier, positions, tally, moment, pools, steps: reducedMotion, faces }
        : undefined,
    [drawn, stage, earlier, positions, tally, moment, pools, reducedMotion, faces],
  )
  const items = useMemo(() => (drawing ? stageItems(drawing) : []), [drawing])
  const hiddenLanes = useMemo(() => (stage && down ? hiddenUpright(stage) : undefined), [stage, down])
  const light = useMemo(
    () =>
      isLit === true && spot && props.positions ? lightOn(spot, props.positions, windowOf(size, down)) : undefined,
    [isLit, spot, props.positions, size, down],
  )
  const said = light && !light.callout && spot ? { title: spot.title, detail: spot.words } : headline
  const podView = positions?.podView === true
  const classes = spot?.follows?.classes.join('\n')
  const followed = useMemo(() => (classes === undefined ? undefined : new Set(classes.split('\n'))), [classes])
  const course = useMemo(
    () => (focus ? travelled(focus, podView, moment.nowMs - focus.atMs) : []),
    [focus, podView, moment.nowMs],
  )
  const marks = useMemo(
    () => stage && focus && marksBy(stage, focus, moment.nowMs - focus.atMs),
    [stage, focus, moment.nowMs],
  )

  const insets = down
    ? { top: 4, right: 4, bottom: headerSize.height + 16, left: 4 }
    : large
      ? { top: 2, right: 8, bottom: 2, left: 8 }
      : { top: headerSize.height + 14, right: 3, bottom: 48, left: 3 }
  const { view, zoom, moved, fitAll, zoomStep, reveal } = useStageView({
    pane,
    particles,
    lower,
    upper,
    stage,
    opened: props.opened,
    lookedAt: [hovered, selected].flatMap(id => id ?? []),
    target: props.positions,
    size,
    insets,
    isMeasured: large !== undefined || headerSize.height > 0,
    reducedMotion,
    scale: large?.scale,
    spoken: large && selected,
    lit: light && boundsOf([light.bright, light.callout ?? light.bright]),
    onPodView: props.onPodView,
    onLook: near.look,
    inputs: {
      positions,
      size,
      insets,
      hiddenLanes,
      particlesNow: props.particlesNow,
      playing: props.playing && !props.stale,
      countsOnly,
      theme: props.theme,
      followed,
      lit: hovered === undefined ? undefined : lit,
      isolated: outcome,
      focused: focus && restingPlace(focus, podView),
    },
  })
  const lastId = () => (drawing && near.box ? stageItems({ ...drawing, stage: drawing.whole }).at(-1)?.id : undefined)
  const still = () => {
    const seen = view.current?.seen()
    return seen && { ...seen, headline, tally, perDot }
  }
  const controls = useControls(pane, { fitAll, zoomStep, still })
  useEffect(() => {
    onControls?.(controls)
    return () => onControls?.(undefined)
  }, [controls, onControls])

  const onClick = (event: MouseEvent<HTMLElement>): void => {
    if (!(event.target instanceof Element) || event.target.closest('[data-stage-button], button')) return
    const item = event.target.closest<SVGGElement>('[data-item]')
    const id = item?.dataset['item']
    // Particles wait at pods: there the pod is meant.
    const isPod = stage?.workloads.some(({ pods }) => pods.some(pod => pod.id === id)) === true
    const picked = isPod ? undefined : view.current?.pick(event.clientX, event.clientY)?.particle
    const link = event.target.closest<SVGPathElement>('[data-link]')?.dataset['link']
    if (picked) props.onPickParticle(picked)
    else if (item && id !== undefined) choose(id, item.getBoundingClientRect())
    else if (link !== undefined) choose(link, new DOMRect(event.clientX, event.clientY))
    else props.onSelect(undefined)
  }
  const choose = (id: string, at: DOMRect): void => {
    const canBreak = stage !== undefined && isBreakable(stage, id)
    props.onSelect(id === selected && !canBreak ? undefined : id)
    if (canBreak) props.onPress?.(id, at)
  }
  return (
    // Keys have the same through the focusable parts of the picture.
    <section
      ref={element => {
        pane.current = element
        setPaneElement(element)
      }}
      className={styles['pane']}
      data-testid="graph-pane"
      data-large={large ? '' : undefined}
      aria-label="Picture"
      data-detail={detailAt(zoom)}
      tabIndex={-1}
      onClick={onClick}
    >
      {drawing ? (
        <div className={props.stale ? styles['stale'] : styles['picture']}>
          <LowerPicture
            drawing={drawing}
            layer={lower}
            lit={lit}
            items={items}
            hovered={hovered}
            selected={selected}
            course={course}
            onHover={props.onHover}
            onChoose={choose}
            onReveal={reveal}
            lastId={lastId}
            onWriteAssumed={props.onWriteAssumed}
          />
          <div ref={particles} className={styles['particles']} aria-hidden="true" data-testid="particles" />
          <UpperPicture
            drawing={drawing}
            layer={upper}
            lit={lit}
            marks={marks}
            focus={focus}
            pointed={hovered ?? selected}
            spot={spot}
            light={light}
            countsOnly={countsOnly || props.posing?.counted === true}
          />
        </div>
      ) : (
        <div className={styles['empty']}>{props.empty}</div>
      )}
      {!large && (drawing ?? !props.empty) && (
        <HeadlineBar
          box={setHeader}
          headline={said}
          isCallout={said !== headline}
          fix={fix}
          busy={props.busy === true}
          note={down && drawing ? perDotWords(perDot) : undefined}
          asCard={down}
          stale={props.stale === true}
          onTrace={props.onTrace}
        />
      )}
      {drawing && !down && !large && <div className={styles['foot']} />}
      {drawing && !down && (
        <OutcomeKey
          tally={tally}
          holes={drawing.whole.holes}
          perDot={perDot}
          follows={spot?.follows}
          isolated={outcome}
          onPick={setIsolated}
        />
      )}
      {drawing && down && (
        <div className={styles['corner']}>
          {moved && (
            <button type="button" className={squareButton} aria-label="Fit" onClick={controls.fit}>
              <Maximize size={16} strokeWidth={1.75} aria-hidden="true" />
            </button>
          )}
          {!large && (
            <button
              type="button"
              className={squareButton}
              aria-label="Show as table"
              data-table=""
              onClick={props.onTable}
            >
              <Table2 size={16} strokeWidth={1.75} aria-hidden="true" />
            </button>
          )}
        </div>
      )}
      {drawing && !down && !large && (
        <ZoomControls
          zoom={zoom}
          controls={controls}
          podView={stage?.workloads.some(({ pods }) => pods.length > 0) ? podView : undefined}
          onPodView={props.onPodView}
          onTable={props.onTable}
          onExport={props.onExport}
        />
      )}
    </section>
  )
}

/** What a spotlight has of the pane: room for it is judged before the headline is known, which may say it instead. */
const windowOf = ({ width, height }: Size, down: boolean): Size => ({
  width: width - 16,
  height: height - (down ? 88 : 112),
})

/** What is drawn of a picture so small: under 70 % no small print and no meters, under 50 % names. */
const detailAt = (zoom: number): 'less' | 'names' | undefined =>
  zoom < 0.5 ? 'names' : zoom < 0.7 ? 'less' : undefined

/** Lanes of the request's way, in its order, each as far as the request has come when it is under way for `elapsedMs`. */
const travelled = (
  { course }: Pick<FocusedRequest, 'course'>,
  podView: boolean,
  elapsedMs = Infinity,
): readonly Stretch[] =>
  course.steps.flatMap(step => {
    if (step.kind !== 'travel' || step.startMs >= elapsedMs) return []
    const laneId = podView && step.pod !== undefined ? podLaneId(step.laneId, step.pod) : step.laneId
    return { laneId, part: step.endMs <= elapsedMs ? 1 : (elapsedMs - step.startMs) / (step.endMs - step.startMs) }
  })

/** After it has landed, a followed request shows on the last stretch of its way. */
function restingPlace({ number, course }: FocusedRequest, podView: boolean): Resting {
  const fell = course.steps.at(-1)?.kind === 'sink'
  const laneId = travelled({ course }, podView).at(-1)?.laneId ?? ''
  return { number, laneId, fraction: fell ? 0.6 : 0.94, look: course.outcome }
}
