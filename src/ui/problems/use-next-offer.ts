import { useLayoutEffect, useRef } from 'react'

/**
 * When a repair is applied its offer goes, and with it the focus: it goes on to the offer that comes in its place, else to
 * the list of problems, else to the words that there are none. Elsewhere it is left alone. `text`: what the problems are of.
 */
export function useNextOffer(text: string) {
  const box = useRef<HTMLElement>(null)
  const applied = useRef<number>(undefined)
  const offers = () => [...(box.current?.querySelectorAll<HTMLElement>('[data-offer]') ?? [])]
  useLayoutEffect(() => {
    const { current: place } = applied
    applied.current = undefined
    const focused = document.activeElement
    if (place === undefined || (focused !== document.body && !box.current?.contains(focused))) return
    const next = offers()[place] ?? offers().at(-1) ?? box.current?.querySelector<HTMLElement>('[role=group]')
    ;(next ?? box.current)?.focus()
  }, [text])
  /** To be called with the offer before its repair is applied. */
  const leave = (offer: HTMLElement | null) => {
    if (!offer) return
    applied.current = offers().indexOf(offer)
    offer.focus()
  }
  const hold = (element: HTMLElement | null) => {
    box.current = element
  }
  return { hold, leave }
}
