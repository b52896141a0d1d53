import type { ReactNode } from 'react'
import { bayId } from '../../layout/index.ts'
import type { Drawing } from './drawing.ts'
import { Words, widthOf } from './Words.tsx'
import styles from './parts.module.css'

/** Everything inside is decided by the caller's own proxy. */
export function SidecarBox({ drawing }: { readonly drawing: Drawing }): ReactNode {
  const { stage, positions } = drawing
  const { sidecar } = stage
  const client = positions.boxes.get(stage.client.id)
  if (!sidecar.present && client)
    return (
      <Words x={client.x + client.width + 24} y={client.y + 6} ink="2">
        no sidecar: VirtualService not used
      </Words>
    )
  const box = positions.boxes.get(sidecar.id)
  if (!box) return null
  const down = positions.orientation === 'down'
  const bays = stage.holes.flatMap(({ id }) => positions.boxes.get(bayId(stage, id)) ?? [])
  const name = sidecar.title || `${stage.client.name}’s sidecar`
  return (
    <g>
      {bays.map(bay => (
        <rect key={bay.y} className={styles['zone']} {...bay} rx={14} />
      ))}
      <rect className={styles['zone']} x={box.x} y={box.y} width={box.width} height={box.height} rx={14} />
      {bays.map(({ y, height }) => (
        <rect
          key={y}
          className={styles['opening']}
          x={box.x + box.width - 1}
          y={y + 0.5}
          width={2}
          height={height - 1}
        />
      ))}
      {down ? (
        <Words x={box.x + box.width - 16} y={box.y + 18} size={11} ink="3" anchor="end">
          {`decided in ${name}`}
        </Words>
      ) : (
        <Words x={box.x + 24} y={box.y + 25} weight={600} aside="decides everything in this box">
          {name}
        </Words>
      )}
    </g>
  )
}

/** Where the lanes from the client cross the box's left wall: the listener. */
export function ListenerPort({ drawing }: { readonly drawing: Drawing }): ReactNode {
  const { stage, positions } = drawing
  const { ports, id } = stage.sidecar
  const wall = positions.boxes.get(`${id}#port`)
  const caption = positions.boxes.get(`${id}#ports`)
  const text = ports.length > 2 ? `${ports.length} ports` : ports.join(' ')
  const width = Math.max(42, widthOf(text, 11, 400, true) + 10)
  // A wider one grows to the left: to the right stands the column's name.
  const middle = caption ? caption.x + caption.width - width / 2 : 0
  return (
    <g>
      {wall && (
        <rect
          className={styles['wall']}
          x={wall.x}
          y={wall.y}
          width={wall.width}
          height={wall.height}
          rx={wall.width / 2}
        />
      )}
      {caption && text !== '' && (
        <g className={styles['ports']}>
          <rect
            className={styles['wall']}
            x={middle - width / 2}
            y={caption.y}
            width={width}
            height={caption.height}
            rx={9}
          />
          <Words x={middle} y={caption.y + 13} size={11} mono ink="2" anchor="middle">
            {text}
          </Words>
          {ports.length > 2 && <title>{ports.join(' ')}</title>}
        </g>
      )}
    </g>
  )
}
