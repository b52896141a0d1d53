import { useId } from 'react'
import type { ReactNode } from 'react'
import { reached } from '../../scene/index.ts'
import type { MapCall, MapFocus, MeshMap } from '../../scene/index.ts'
import { callRate, nameIn, shareText } from './map-words.ts'
import { WayList } from './WayList.tsx'
import controls from '../controls.module.css'
import styles from './MapSide.module.css'

interface MapCallsProps {
  readonly map: MeshMap
  readonly id: string
  readonly onEnter: (focus: MapFocus) => void
}

/** Whom a service calls and who calls it, with shares and what decides them; and ways from afar. */
export function MapCalls({ map, id, onEnter }: MapCallsProps): ReactNode {
  const byRate = (a: MapCall, b: MapCall) => b.ratePerSecond - a.ratePerSecond
  const out = map.calls.filter(call => call.from === id).sort(byRate)
  const into = map.calls.filter(call => call.to === id).sort(byRate)
  const name = nameIn(id)
  return (
    <>
      {out.length > 0 && (
        <>
          <h2>{name} calls</h2>
          <ul>
            {out.map(call => (
              <li key={call.to}>
                <Neighbour call={call} end="to" onEnter={onEnter} />
                <WayList call={call} />
              </li>
            ))}
          </ul>
        </>
      )}
      {into.length > 0 && (
        <>
          <h2>Calls {name}</h2>
          <ul>
            {into.map(call => (
              <li key={call.from}>
                <Neighbour call={call} end="from" onEnter={onEnter} />
              </li>
            ))}
          </ul>
        </>
      )}
      {out.length + into.length === 0 && <p>Nobody calls {name}, and it calls nobody.</p>}
      <WayChoice
        label="Way here from"
        ids={[...reached(map, id, 'callers')]}
        onChoose={from => onEnter({ kind: 'way', id: from, to: id, nth: 0 })}
      />
      <WayChoice
        label="Way from here to"
        ids={[...reached(map, id, 'callees')]}
        onChoose={to => onEnter({ kind: 'way', id, to, nth: 0 })}
      />
    </>
  )
}

interface NeighbourProps {
  readonly call: MapCall
  readonly end: 'from' | 'to'
  readonly onEnter: (focus: MapFocus) => void
}

function Neighbour({ call, end, onEnter }: NeighbourProps): ReactNode {
  return (
    <button type="button" className={styles['row']} onClick={() => onEnter({ kind: 'node', id: call[end] })}>
      <span className={styles['name']}>{nameIn(call[end])}</span>
      <span className={styles['figure']}>{shareText(call.share)}</span>
      <span className={styles['aside']}>
        {end === 'from' && `of what it sends, `}
        {callRate(call)}
      </span>
    </button>
  )
}

interface WayChoiceProps {
  readonly label: string
  readonly ids: readonly string[]
  readonly onChoose: (id: string) => void
}

function WayChoice({ label, ids, onChoose }: WayChoiceProps): ReactNode {
  const field = useId()
  if (ids.length === 0) return null
  return (
    <p className={styles['choice']}>
      <label htmlFor={field}>{label}</label>
      <select id={field} className={controls['input']} value="" onChange={event => onChoose(event.target.value)}>
        <option value="" disabled>
          a service
        </option>
        {[...ids].sort().map(id => (
          <option key={id} value={id}>
            {ids.some(other => other !== id && nameIn(other) === nameIn(id)) ? id : nameIn(id)}
          </option>
        ))}
      </select>
    </p>
  )
}
