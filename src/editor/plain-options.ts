import type { Unsubscribe } from './editor-handle.ts'

/** Monaco gives the options of its outline levels, which options cannot have: screen readers are told of a tree that is none. */
export function withoutLevels(host: HTMLElement): Unsubscribe {
  const observer = new MutationObserver(records => {
    for (const { target } of records) {
      if (target instanceof Element && target.getAttribute('role') === 'option') target.removeAttribute('aria-level')
    }
  })
  observer.observe(host, { subtree: true, attributeFilter: ['aria-level'] })
  return { dispose: () => observer.disconnect() }
}
