import { useEffect, useState } from 'react'
import type { Size } from '../../render/index.ts'

/** The element's size, in whole pixels; 0 × 0 until it is known and while it is hidden. */
export function useSize(element: HTMLElement | null): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  useEffect(() => {
    if (!element) return
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element
      setSize(before => (before.width === width && before.height === height ? before : { width, height }))
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [element])
  return size
}
