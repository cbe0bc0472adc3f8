// Files that a message carries, by name, kind and size; their content stays with the app's token.
import type { SharedFile } from '../client/types.ts'
import { Icon } from '../frame/icons.tsx'
import { useViewer } from '../text/viewer.ts'

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

export function Files({ files }: { files: readonly SharedFile[] }) {
  const { locale } = useViewer()
  return files.map(({ id, title, name, pretty_type, size }) => (
    <div key={id} className="file">
      <Icon name="file" />
      <div>
        <div className="card-title">{title || name}</div>
        <div className="faint">
          {[pretty_type, name === title ? '' : name, sizeIn(locale, size)].filter(Boolean).join(' · ')}
        </div>
      </div>
    </div>
  ))
}

/** `1.2 kB`. */
function sizeIn(locale: string, bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const format = {
    style: 'unit',
    unit: UNITS[power]!,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  } as const
  return new Intl.NumberFormat(locale, format).format(bytes / 1000 ** power)
}
