import { type PointerEvent, useRef } from 'react'
import classes from './ColumnResizer.module.css'

export type ColumnResizerProps = { widthRem: number; onResize: (widthRem: number) => void }

/** The edge of a heading, to be dragged. Keys find the widths with the other wishes for columns. */
export function ColumnResizer({ widthRem, onResize }: ColumnResizerProps) {
  const from = useRef<{ x: number; widthRem: number; pxPerRem: number } | null>(null)
  const begin = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const widthPx = event.currentTarget.closest('th')?.clientWidth ?? 0
    // A wide table shares out what is left: one goes on from what one sees.
    from.current = { x: event.clientX, widthRem, pxPerRem: widthPx / widthRem || 16 }
  }
  const drag = ({ clientX }: PointerEvent) => {
    if (from.current === null) return
    const { x, pxPerRem } = from.current
    onResize(from.current.widthRem + (clientX - x) / pxPerRem)
  }
  return (
    <span
      aria-hidden
      className={classes.edge}
      onPointerDown={begin}
      onPointerMove={drag}
      onPointerUp={() => {
        from.current = null
      }}
    />
  )
}
