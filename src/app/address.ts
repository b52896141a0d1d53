import type { ViewStore } from '../state/index.ts'

const FIDELITY = '#/fidelity'

/** Shows what the address names, now and whenever it changes: `#/fidelity` and its rows. */
export function followAddress(view: ViewStore): void {
  const follow = () => {
    const { hash } = location
    if (hash === FIDELITY || hash.startsWith(`${FIDELITY}/`))
      view.getState().show({ dialog: 'fidelity', address: hash })
    else if (view.getState().dialog === 'fidelity') view.getState().show({ dialog: undefined })
  }
  addEventListener('hashchange', follow)
  follow()
}

export function goToFidelity(): void {
  location.hash = FIDELITY
}

/** Back to an address without a page; the browser's history keeps no step for it. */
export function leaveFidelity(): void {
  if (location.hash.startsWith(FIDELITY)) history.replaceState(null, '', location.pathname + location.search)
}
