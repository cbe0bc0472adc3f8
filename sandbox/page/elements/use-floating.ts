// Keeps a list under (or above) the field that it belongs to, also where the surroundings would cut it off.
import { type CSSProperties, type RefObject, useLayoutEffect, useState } from 'react'

const WANTED_HEIGHT_PX = 260
const LEAST_WIDTH_PX = 190
const GAP_PX = 4

/** Before it has its place it takes none: in the flow it would push and scroll what is around it. */
const UNPLACED: CSSProperties = { position: 'fixed', visibility: 'hidden' }

export function useFloating(anchor: RefObject<HTMLElement | null>, open: boolean): CSSProperties {
  const [style, setStyle] = useState<CSSProperties>(UNPLACED)
  useLayoutEffect(() => {
    if (!open) return setStyle(UNPLACED)
    const put = () => anchor.current && setStyle(placeNear(anchor.current.getBoundingClientRect()))
    put()
    window.addEventListener('resize', put)
    document.addEventListener('scroll', put, true)
    return () => {
      window.removeEventListener('resize', put)
      document.removeEventListener('scroll', put, true)
    }
  }, [anchor, open])
  return style
}

/** It grows to the side where there is room, and is never wider than the window. */
function placeNear({ left, right, width, top, bottom }: DOMRect): CSSProperties {
  const below = window.innerHeight - bottom
  const up = below < WANTED_HEIGHT_PX && top > below
  const maxHeight = Math.min(WANTED_HEIGHT_PX, (up ? top : below) - 2 * GAP_PX)
  const vertical = up ? { bottom: window.innerHeight - top + GAP_PX } : { top: bottom + GAP_PX }
  const minWidth = Math.min(Math.max(width, LEAST_WIDTH_PX), window.innerWidth - 2 * GAP_PX)
  const toTheRight = window.innerWidth - left >= right
  const side = toTheRight
    ? { left: Math.max(GAP_PX, left) }
    : { right: Math.max(GAP_PX, window.innerWidth - right) }
  const maxWidth = (toTheRight ? window.innerWidth - left : right) - GAP_PX
  return { position: 'fixed', minWidth, maxWidth, maxHeight, ...side, ...vertical }
}
