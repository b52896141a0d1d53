import { createContext, useContext } from 'react'
import type {
  DocumentStore,
  LessonStore,
  MapStore,
  MetricsStore,
  PictureStore,
  PlaybackStore,
  PoolsStore,
  PresenterStore,
  ProxyStore,
  SelectionStore,
  SettingsStore,
  TrafficStore,
  ViewStore,
} from '../state/index.ts'

export interface Stores {
  readonly document: DocumentStore
  readonly lesson: LessonStore
  readonly map: MapStore
  readonly metrics: MetricsStore
  readonly picture: PictureStore
  readonly playback: PlaybackStore
  readonly pools: PoolsStore
  readonly presenter: PresenterStore
  readonly proxy: ProxyStore
  readonly selection: SelectionStore
  readonly settings: SettingsStore
  readonly traffic: TrafficStore
  readonly view: ViewStore
}

export const StoresContext = createContext<Stores | undefined>(undefined)

export function useStores(): Stores {
  const stores = useContext(StoresContext)
  if (!stores) throw new Error('no stores around this component')
  return stores
}
