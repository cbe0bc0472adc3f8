// A data_visualization block: title, picture, legend, and all numbers as a table, for accessibility.
import { useId } from 'react'
import type { BlockProps } from '../blocks/block-props.ts'
import { NamedBox } from '../blocks/named-box.tsx'
import { useViewer } from '../text/viewer.ts'
import { useWords } from '../words.ts'
import { AxisChart } from './axis-chart.tsx'
import type { Drawn, Point, Series, Write } from './chart-data.ts'
import { Pie } from './pie.tsx'

export function Chart({ block }: BlockProps) {
  const id = useId()
  const { locale } = useViewer()
  const chart = block.chart as Drawn
  const title = String(block.title ?? '')
  const write: Write = (value) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value)
  const names = { titleId: `${id}-title`, textId: `${id}-text`, title, text: inWords(chart, write) }
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      {chart.type === 'pie' ? (
        <Pie segments={chart.segments ?? []} write={write} {...names} />
      ) : ['bar', 'line', 'area'].includes(chart.type) ? (
        <AxisChart chart={chart} write={write} {...names} />
      ) : (
        <NamedBox kind={`${chart.type} chart`} />
      )}
      <Numbers chart={chart} write={write} />
    </figure>
  )
}

/** `Calls: Anna 12, Ben 9. Visits: …` */
function inWords({ series, segments }: Drawn, write: Write): string {
  const points = (list: readonly Point[]) =>
    list.map(({ label, value }) => `${label} ${write(value)}`).join(', ')
  return segments
    ? points(segments)
    : (series ?? []).map(({ name, data }) => `${name}: ${points(data)}`).join('. ')
}

function Numbers({ chart, write }: { chart: Drawn; write: Write }) {
  const words = useWords()
  const columns: readonly Series[] = chart.series ?? [{ name: '', data: chart.segments ?? [] }]
  const labels = chart.axis_config?.categories ?? columns[0]?.data.map(({ label }) => label) ?? []
  return (
    <details className="chart-numbers">
      <summary>{words.numbers}</summary>
      <table className="table">
        {chart.series && (
          <thead>
            <tr>
              <td />
              {columns.map(({ name }) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {labels.map((label, index) => (
            <tr key={index}>
              <th scope="row">{label}</th>
              {columns.map(({ name, data }) => (
                <td key={name} className="number">
                  {valueAt(data, label, index, write)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function valueAt(data: readonly Point[], label: string, index: number, write: Write): string {
  const point = data[index]?.label === label ? data[index] : data.find((one) => one.label === label)
  return point === undefined ? '' : write(point.value)
}
