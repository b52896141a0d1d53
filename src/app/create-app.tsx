import '@fontsource-variable/inter/wght.css'
import '@fontsource/jetbrains-mono/latin-400.css'
import '@fontsource/jetbrains-mono/latin-600.css'
import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { SCENARIOS } from '../scenarios/index.ts'
import {
  createDocumentStore,
  createLessonStore,
  createMapStore,
  createMetricsStore,
  createPictureStore,
  createPlaybackStore,
  createPoolsStore,
  createPresenterStore,
  createProxyStore,
  createSelectionStore,
  createSettingsStore,
  createTrafficStore,
  createViewStore,
} from '../state/index.ts'
import { StoresContext } from '../ui/stores.ts'
import type { Stores } from '../ui/stores.ts'
import { createEngine } from '../worker/engine-client.ts'
import '../ui/tokens.css'
import '../ui/base.css'
import { App } from './App.tsx'
import { LINK, followAddress, lessonAt } from './address.ts'
import { createActions } from './create-actions.ts'
import { listenToKeys, listenToPaste } from './keys/listen.ts'
import { createReach } from './reach.ts'
import { startClock } from './clock-loop.ts'
import { startMapSession } from './map-session.ts'
import { startMetricsSession } from './metrics-session.ts'
import { startPoolsSession } from './pools-session.ts'
import { startProxySession } from './proxy-session.ts'
import { startSession } from './session.ts'
import { LESSON_FILE, keepLessons, loadLessons } from './lesson-storage.ts'
import { keep, loadKept, ownStorage } from './storage.ts'
import { installTestApi } from './test-api.ts'
import { applyTheme, initialTheme } from './theme.ts'

const SAVE_AFTER_MS = 200

/** Makes the stores, starts the engine and the clock, and puts the page into `root`. */
export function createApp(root: HTMLElement): void {
  const stores = createStores()
  const worker = new Worker(new URL('../worker/engine.worker.ts', import.meta.url), { type: 'module' })
  const engine = createEngine(worker, message => {
    stores.picture.getState().fail(message)
  })
  startProxySession(stores, engine)
  startMapSession(stores, engine)
  startMetricsSession(stores, engine)
  startPoolsSession(stores, engine)
  startClock(stores.playback)
  const reach = createReach()
  const actions = createActions(stores, reach, engine)
  listenToKeys(actions)
  listenToPaste(actions.pasteOver)
  followAddress(stores.view)
  stores.settings.subscribe(({ theme }) => {
    applyTheme(theme)
  })
  if (import.meta.env.MODE === 'e2e') installTestApi(stores)
  const start = () => {
    const storage = ownStorage()
    if (storage) {
      keepOverReloads(stores, storage)
      keepLessons(stores.lesson, storage)
    }
    startSession(stores, engine)
  }
  const hasLink = location.hash.startsWith(LINK)
  if (!hasLink) start()
  flushSync(() => {
    createRoot(root).render(
      <StrictMode>
        <StoresContext value={stores}>
          <App actions={actions} reach={reach} language={engine.language} />
        </StoresContext>
      </StrictMode>,
    )
  })
  // The regions stand: a link takes the place of the text that was there, as something that undo takes back.
  if (hasLink) void actions.followLink().then(start)
  const followLesson = () => {
    const asked = lessonAt(location.hash)
    if (asked?.id !== undefined) actions.openLesson(asked.id, asked.step)
    else if (asked) actions.listLessons()
  }
  followLesson()
  addEventListener('hashchange', () => void actions.followLink())
  addEventListener('hashchange', followLesson)
}

function createStores(): Stores {
  const storage = ownStorage()
  const kept = storage && loadKept(storage)
  const lessons = storage && loadLessons(storage)
  // Another text has taken the lesson's place.
  const isLeft = lessons?.lesson !== undefined && kept?.fileName !== LESSON_FILE && kept?.fileName !== 'Untitled'
  const lesson = createLessonStore(isLeft ? { ...lessons, open: false, lesson: undefined } : lessons)
  const [first] = SCENARIOS
  return {
    document: createDocumentStore(kept ?? { text: first?.text ?? '', fileName: first?.title ?? 'Untitled' }),
    lesson,
    map: createMapStore(),
    metrics: createMetricsStore(),
    picture: createPictureStore(),
    playback: createPlaybackStore(true),
    pools: createPoolsStore(),
    presenter: createPresenterStore(),
    proxy: createProxyStore(),
    selection: createSelectionStore(kept?.proxy),
    settings: createSettingsStore({
      theme: initialTheme(),
      reducedMotion: undefined,
      editorOpen: true,
      inspectorOpen: lesson.getState().lesson === undefined && matchMedia('(min-width: 1180px)').matches,
    }),
    traffic: createTrafficStore(kept?.traffic),
    view: createViewStore(),
  }
}

/** Writes the text down soon after each change, and at once when the page goes away. */
function keepOverReloads({ document: documentStore, selection, traffic, view }: Stores, storage: Storage): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const save = () => {
    clearTimeout(timer)
    timer = undefined
    // The address has it, and what was there before is not lost to it.
    if (view.getState().link !== undefined) return
    const { text, fileName } = documentStore.getState()
    const { proxy } = selection.getState()
    keep(storage, { text, fileName, traffic: traffic.getState().own, proxy })
  }
  const later = () => {
    timer ??= setTimeout(save, SAVE_AFTER_MS)
  }
  documentStore.subscribe(later)
  traffic.subscribe(later)
  selection.subscribe((now, before) => {
    if (now.proxy !== before.proxy) later()
  })
  addEventListener('pagehide', () => {
    if (timer !== undefined) save()
  })
}
