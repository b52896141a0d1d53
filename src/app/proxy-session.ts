import type { Engine } from '../worker/engine-client.ts'
import type { Stores } from '../ui/stores.ts'

/** Asks for the proxy's configuration while its tab is shown: again for another text, section, filter or row. */
export function startProxySession({ selection, proxy, picture, playback }: Stores, engine: Engine): void {
  const isShown = () => selection.getState().tab === 'proxy'

  const askConfig = async () => {
    const { section, filter } = proxy.getState()
    const config = await engine.proxyConfig(section, filter)
    const now = proxy.getState()
    if (now.section === section && now.filter === filter) now.look({ config })
  }
  const askUses = async () => {
    proxy.getState().look({ uses: await engine.proxyUses() })
  }
  const askJson = async () => {
    const { section, row } = proxy.getState()
    if (row === undefined) return
    const json = await engine.proxyJson(section, row)
    if (proxy.getState().row === row) proxy.getState().look({ json })
  }
  const askAll = () => {
    if (!isShown()) return
    void askConfig()
    void askUses()
    void askJson()
  }

  selection.subscribe((now, before) => {
    if (now.tab !== before.tab) askAll()
  })
  picture.subscribe((now, before) => {
    if (now.latest !== before.latest && !now.stale) askAll()
  })
  playback.subscribe((now, before) => {
    if (isShown() && now.run?.picture.log !== before.run?.picture.log) void askUses()
  })
  proxy.subscribe((now, before) => {
    if (!isShown()) return
    if (now.section !== before.section || now.filter !== before.filter) void askConfig()
    if (now.row !== before.row) void askJson()
  })
}
