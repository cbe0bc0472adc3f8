// Keeps a list under (or above) the field that it belongs to, also where the surroundings would cut it off.
import { type CSSProperties, type RefObject, useLayoutEffect, useState } from 'react'

const WANTED_HEIGHT_PX = 260
const LEAST_WIDTH_PX = 190
const GAP_PX = 4

export function useFloating(anchor: RefObject<HTMLElement | null>, open: boolean): CSSProperties {
  const [style, setStyle] = useState<CSSProperties>({})
  useLayoutEffect(() => {
    if (!open) return
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

function placeNear({ left, width, top, bottom }: DOMRect): CSSProperties {
  const below = window.innerHeight - bottom
  const up = below < WANTED_HEIGHT_PX && top > below
  const room = Math.min(WANTED_HEIGHT_PX, (up ? top : below) - 2 * GAP_PX)
  const vertical = up ? { bottom: window.innerHeight - top + GAP_PX } : { top: bottom + GAP_PX }
  const wide = Math.max(width, LEAST_WIDTH_PX)
  const inside = Math.max(GAP_PX, Math.min(left, window.innerWidth - wide - GAP_PX))
  return { position: 'fixed', left: inside, minWidth: wide, maxHeight: room, ...vertical }
}
