import { useEffect, useState } from 'react'

/** Whether the faces have loaded, so that widths can be measured. */
export function useFonts(): boolean {
  const [ready, setReady] = useState(() => document.fonts.status === 'loaded')
  useEffect(() => {
    let asked = true
    void document.fonts.ready.then(() => {
      if (asked) setReady(true)
    })
    return () => {
      asked = false
    }
  }, [])
  return ready
}
