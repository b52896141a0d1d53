import { useLayoutEffect } from 'react'

/** A region that is closed with the focus in it hands it to the control that opens it again: the one that names it. */
export function useHandBack(region: string, open: boolean): void {
  useLayoutEffect(() => {
    if (open || !document.getElementById(region)?.contains(document.activeElement)) return
    document.querySelector<HTMLElement>(`[aria-controls="${region}"]`)?.focus()
  }, [region, open])
}
