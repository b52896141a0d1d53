import type { Stores } from '../ui/stores.ts'
import { LINK, dropFragment } from './address.ts'
import type { Reach } from './reach.ts'
import type { createSharing } from './sharing.ts'

/** How the file of a whole state ends. */
export const STATE_FILE = '.meshscope.json'

/** Sharing and opening what others shared; most of it is loaded with the first of either. */
export function shareActions(stores: Stores, reach: Reach, parts: Parameters<typeof createSharing>[2]) {
  const { document, view } = stores
  const load = async () => (await import('./sharing.ts')).createSharing(stores, reach, parts)

  /** Opens what the address holds, if that is a link; any other address changes nothing. */
  const followLink = async () => {
    const { hash } = location
    if (!hash.startsWith(LINK) || hash === view.getState().link) return
    const { takeLink } = await load()
    if (await takeLink(hash)) view.getState().show({ link: hash })
    else dropFragment(hash)
  }

  // What is changed is no longer what the address says.
  document.subscribe((now, before) => {
    const { link } = view.getState()
    if (now.text === before.text || link === undefined) return
    dropFragment(link)
    view.getState().show({ link: undefined })
  })

  return {
    followLink,
    showPalette: () => {
      view.getState().show({ dialog: 'palette' })
    },
    showShare: () => {
      view.getState().show({ dialog: 'share' })
    },
    copyLink: async () => {
      await (await load()).copyLink()
    },
    /** A file that was dropped or chosen: a text, or a whole state. */
    openFile: async (text: string, name: string) => {
      if (name.endsWith(STATE_FILE)) {
        ;(await load()).takeFile(text)
        return
      }
      document.getState().open(text, name)
      reach.editor()?.openText(text)
    },
  }
}
