// Bars, lines and areas over categories, with the numbers written where there is room.
import type { Drawn, Series, Write } from './chart-data.ts'
import { type Scale, scaleFor } from './scale.ts'

export interface Names {
  titleId: string
  textId: string
  title: string
  text: string
}

const WIDTH = 560
/** Above the plot is the label of the y axis, below it the categories and the label of the x axis. */
const TOP = 30
const BOTTOM = 214
const LEFT = 48
const RIGHT = WIDTH - 8
/** With more bars their numbers would overlap. */
const MOST_WRITTEN = 24
/** Where a curve's number stands, seen from its point. */
const ABOVE = -9
const UNDER = 17
/** With more letters in total, category labels are rotated. */
const MOST_LETTERS_IN_A_ROW = 70

export function AxisChart({
  chart,
  write,
  titleId,
  textId,
  title,
  text,
}: { chart: Drawn; write: Write } & Names) {
  const series = chart.series ?? []
  const { categories = [], x_label, y_label } = chart.axis_config ?? {}
  const scale = scaleFor(series.flatMap(({ data }) => data.map(({ value }) => value)))
  const aslant = widthOf(categories.join('')) > MOST_LETTERS_IN_A_ROW
  const step = (RIGHT - LEFT) / Math.max(1, categories.length)
  const centers = categories.map((_, index) => LEFT + (index + 0.5) * step)
  const top = y_label ? 0 : TOP / 2
  const bottom = BOTTOM + 26 + (aslant ? 42 : 0) + (x_label ? 20 : 0)
  const plot = { series, categories, scale, centers, step, write }
  return (
    <>
      <svg
        className="plot"
        viewBox={`0 ${top} ${WIDTH} ${bottom - top}`}
        role="img"
        aria-labelledby={titleId}
        aria-describedby={textId}
      >
        <title id={titleId}>{title}</title>
        <desc id={textId}>{text}</desc>
        <Lines scale={scale} write={write} />
        {chart.type === 'bar' ? <Bars {...plot} /> : <Curves {...plot} filled={chart.type === 'area'} />}
        {categories.map((category, index) => (
          <text
            key={category}
            className="axis"
            textAnchor={aslant ? 'end' : 'middle'}
            transform={`translate(${centers[index]} ${BOTTOM + 18})${aslant ? ' rotate(-32)' : ''}`}
          >
            {category}
          </text>
        ))}
        {x_label && (
          <text className="axis" textAnchor="middle" x={(LEFT + RIGHT) / 2} y={bottom - 6}>
            {x_label}
          </text>
        )}
        {y_label && (
          <text className="axis" textAnchor="start" x={0} y={10}>
            {y_label}
          </text>
        )}
      </svg>
      {series.length > 1 && <Legend names={series.map(({ name }) => name)} />}
    </>
  )
}

interface Plot {
  series: readonly Series[]
  categories: readonly string[]
  scale: Scale
  centers: readonly number[]
  step: number
  write: Write
}

/** In Latin letters; a Chinese one is as wide as two. */
const widthOf = (text: string) => text.length + (text.match(/[\u3000-\uffef]/g)?.length ?? 0)

const heightOf = (scale: Scale, value: number) =>
  BOTTOM - ((value - scale.least) / (scale.most - scale.least)) * (BOTTOM - TOP)
const valueAt = ({ data }: Series, category: string) =>
  data.find(({ label }) => label === category)?.value ?? 0

function Lines({ scale, write }: { scale: Scale; write: Write }) {
  return scale.ticks.map((tick) => (
    <g key={tick}>
      <line
        className={tick === 0 ? 'zero' : 'grid'}
        x1={LEFT}
        x2={RIGHT}
        y1={heightOf(scale, tick)}
        y2={heightOf(scale, tick)}
      />
      <text className="axis" textAnchor="end" x={LEFT - 8} y={heightOf(scale, tick) + 4}>
        {write(tick)}
      </text>
    </g>
  ))
}

function Bars({ series, categories, scale, centers, step, write }: Plot) {
  const width = Math.min(56, (step * 0.72) / series.length)
  const written = series.length * categories.length <= MOST_WRITTEN
  const zero = heightOf(scale, 0)
  return series.map((one, nth) =>
    categories.map((category, index) => {
      const value = valueAt(one, category)
      const x = centers[index]! + (nth - series.length / 2) * width
      const end = heightOf(scale, value)
      return (
        <g key={`${one.name} ${category}`}>
          <rect
            className={`fill-${nth % 12}`}
            x={x + 1}
            width={Math.max(1, width - 2)}
            y={Math.min(zero, end)}
            height={Math.abs(end - zero)}
            rx={2}
          />
          {written && (
            <text className="value" textAnchor="middle" x={x + width / 2} y={value < 0 ? end + 14 : end - 5}>
              {write(value)}
            </text>
          )}
        </g>
      )
    }),
  )
}

/** Under its point where another curve runs above it and there is room. */
function numberHeight(series: readonly Series[], nth: number, category: string, scale: Scale): number {
  const value = valueAt(series[nth]!, category)
  const height = heightOf(scale, value)
  const isUnder = series.some((other, index) => {
    const otherValue = valueAt(other, category)
    return otherValue > value || (otherValue === value && index < nth)
  })
  return isUnder && height + UNDER <= BOTTOM ? height + UNDER : height + ABOVE
}

function Curves({ series, categories, scale, centers, write, filled }: Plot & { filled: boolean }) {
  const written = series.length * categories.length <= MOST_WRITTEN
  return series.map((one, nth) => {
    const values = categories.map((category) => valueAt(one, category))
    const path = values.map((value, index) => `${centers[index]} ${heightOf(scale, value)}`).join('L')
    const zero = heightOf(scale, 0)
    return (
      <g key={one.name}>
        {filled && (
          <path
            className={`area fill-${nth % 12}`}
            d={`M${centers[0]} ${zero}L${path}L${centers.at(-1)} ${zero}Z`}
          />
        )}
        <path className={`line stroke-${nth % 12}`} d={`M${path}`} />
        {values.map((value, index) => (
          <g key={categories[index]}>
            <circle className={`fill-${nth % 12}`} cx={centers[index]} cy={heightOf(scale, value)} r={3.5} />
            {written && (
              <text
                className="value"
                textAnchor="middle"
                x={centers[index]}
                y={numberHeight(series, nth, categories[index]!, scale)}
              >
                {write(value)}
              </text>
            )}
          </g>
        ))}
      </g>
    )
  })
}

export function Legend({ names }: { names: readonly string[] }) {
  return (
    <ul className="legend">
      {names.map((name, index) => (
        <li key={index}>
          <span className={`swatch back-${index % 12}`} />
          {name}
        </li>
      ))}
    </ul>
  )
}
