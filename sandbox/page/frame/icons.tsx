// The page's own icons, drawn in the color of the text around them.

const PATHS = {
  hash: 'M6.5 3 5 17M14 3l-1.5 14M3 7.5h14M2.5 12.5h14',
  lock: 'M5.5 9V6.5a4.5 4.5 0 0 1 9 0V9M4 9h12v8H4z',
  bolt: 'M11 2 4 11.5h5L8.5 18 16 8h-5.5z',
  send: 'M3 10 17 3.5 12.5 17 9.5 11z',
  thread: 'M3 4h14v9H9l-4 3.5V13H3z',
  close: 'm5 5 10 10M15 5 5 15',
  back: 'M12.5 4 6.5 10l6 6',
  forward: 'm7.5 4 6 6-6 6',
  check: 'm4 10.5 4 4 8-9',
  dots: 'M4 10h.01M10 10h.01M16 10h.01',
  clock: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M10 6v4l2.5 2.5',
  plus: 'M10 4v12M4 10h12',
  people:
    'M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6M2 16.5c.5-3 2.5-5 5.5-5s5 2 5.5 5M13 4a3 3 0 0 1 0 5.5M15 12c1.7.7 2.7 2.3 3 4.5',
  sun: 'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6 16 16M16 4l-1.4 1.4M5.4 14.6 4 16',
  moon: 'M16.5 12.5A7 7 0 0 1 7.5 3.5a7 7 0 1 0 9 9',
  half: 'M10 2.5a7.5 7.5 0 1 0 0 15zM10 2.5a7.5 7.5 0 0 1 0 15',
  eye: 'M1.5 10S4.5 4.5 10 4.5 18.5 10 18.5 10 15.5 15.5 10 15.5 1.5 10 1.5 10M10 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5',
  file: 'M5 2.5h6.5l4 4v11H5zM11.5 2.5v4h4',
  trash: 'M3.5 5.5h13M8 5V3h4v2M5 5.5l1 11.5h8l1-11.5M8.5 8.5v5.5M11.5 8.5v5.5',
  info: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M10 9v5M10 6.2h.01',
  warning: 'M10 3 2 17h16zM10 8v4.5M10 14.7h.01',
  question:
    'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M7.7 7.8c.1-3.2 4.7-3 4.7-.2 0 1.8-2.4 1.9-2.4 3.8M10 14.2h.01',
  down: 'm5 7.5 5 5 5-5',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={`icon icon-${name}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
