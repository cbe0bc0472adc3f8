// A pie chart.
import { Legend, type Names } from './axis-chart.tsx'
import type { Point, Write } from './chart-data.ts'

const SIZE = 200
const CENTER = SIZE / 2
const RADIUS = 92

export function Pie({
  segments,
  write,
  titleId,
  textId,
  title,
  text,
}: { segments: readonly Point[]; write: Write } & Names) {
  const whole = segments.reduce((sum, { value }) => sum + value, 0) || 1
  const starts = segments.map((_, index) =>
    segments.slice(0, index).reduce((sum, { value }) => sum + value, 0),
  )
  const share = (value: number) => `${Math.round((value / whole) * 100)}%`
  return (
    <div className="pie">
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-labelledby={titleId} aria-describedby={textId}>
        <title id={titleId}>{title}</title>
        <desc id={textId}>{text}</desc>
        {segments.map(({ value }, index) => (
          <path
            key={index}
            className={`slice fill-${index % 12}`}
            d={slice(starts[index]! / whole, value / whole)}
          />
        ))}
      </svg>
      <Legend names={segments.map(({ label, value }) => `${label} · ${write(value)} (${share(value)})`)} />
    </div>
  )
}

/** Clockwise from the top; a full circle is drawn as two halves, because SVG draws nothing for an arc that ends where it starts. */
function slice(from: number, part: number): string {
  if (part >= 0.9999) return `M${CENTER} ${CENTER - RADIUS}a${RADIUS} ${RADIUS} 0 1 1 -.01 0Z`
  const at = (turn: number) => {
    const angle = (turn - 0.25) * 2 * Math.PI
    return `${CENTER + RADIUS * Math.cos(angle)} ${CENTER + RADIUS * Math.sin(angle)}`
  }
  return `M${CENTER} ${CENTER}L${at(from)}A${RADIUS} ${RADIUS} 0 ${part > 0.5 ? 1 : 0} 1 ${at(from + part)}Z`
}
